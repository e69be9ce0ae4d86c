import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { PromiseRates, promiseQuery } from '#libs/api-schema';
import { Access, type Actor, type Transaction, UnitOfWork } from '#libs/platform';
import { rateOf } from '../domain/promise.js';

interface Count {
  readonly partner: string | null;
  readonly name: string | null;
  readonly sector: string | null;
  readonly month: string | null;
  readonly level: number;
  readonly counted: number;
  readonly kept: number;
}

/** Which grouping a row of the statement belongs to: bits of `grouping(partner, sector, month)`. */
const level = { partner: 3, sector: 5, month: 6, alliance: 7 } as const;

/**
 * The kept-promise rate per partner, sector, month and alliance, from the view partner_contracts_promise: chains that
 * have ended or are past their response time, without those withdrawn while the partner was not late.
 */
@Injectable()
export class KeptPromiseRate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** Rates over chains received from a day to a day, both included; a partner's own people see their own only. */
  async run(actor: Actor, span: z.infer<typeof promiseQuery>): Promise<PromiseRates> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const counts = await this.counts(tx, actor, span);
      const at = (which: number) => counts.filter((row) => row.level === which);
      const [alliance] = at(level.alliance);
      return {
        alliance: rated(alliance),
        partners: at(level.partner).map((row) => ({
          ...rated(row),
          id: row.partner ?? '',
          name: row.name ?? '',
        })),
        sectors: at(level.sector).map((row) => ({ ...rated(row), sector: row.sector })),
        months: at(level.month).map((row) => ({ ...rated(row), month: row.month ?? '' })),
      };
    });
  }

  private counts(tx: Transaction, actor: Actor, span: z.infer<typeof promiseQuery>): Promise<Count[]> {
    const mine = this.access.sql(actor, 'read', 'Promise', { alias: 'v', firstParam: 4 });
    return tx.query<Count>(
      `select v.organisation_id as partner, max(o.name) as name, v.sector, v.month,
         grouping(v.organisation_id, v.sector, v.month) as level,
         count(*) filter (where v.counted)::int as counted, count(*) filter (where v.kept)::int as kept
       from partner_contracts_promise v
       join alliances_organisation o on o.alliance_id = v.alliance_id and o.id = v.organisation_id
       where v.alliance_id = $1 and v.received_on >= coalesce($2::date, '-infinity')
         and v.received_on <= coalesce($3::date, 'infinity') and ${mine.sql}
       group by grouping sets ((v.organisation_id), (v.sector), (v.month), ())
       order by level, v.month, max(o.name)`,
      [tx.allianceId, span.from ?? null, span.to ?? null, ...mine.params],
    );
  }
}

function rated(row: Count | undefined): { counted: number; kept: number; rate: number | null } {
  const { counted, kept } = row ?? { counted: 0, kept: 0 };
  return { counted, kept, rate: rateOf(kept, counted) };
}

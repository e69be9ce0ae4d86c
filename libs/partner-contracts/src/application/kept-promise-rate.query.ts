import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, PromiseRates, promiseQuery } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { SetDisclosureRule } from '#libs/measurements';
import { Access, type Actor, type Transaction, UnitOfWork } from '#libs/platform';
import { plainRates, type PromiseTally, protectedRates } from './promise-rates.js';

/**
 * Chains of the alliance `$1` with the month they were settled in and the verdict at an instant: the columns of the
 * published view partner_contracts_promise, by the product's clock instead of the database's.
 */
export function promisesAt(instant: string): string {
  return `select e.partner_organisation_id as organisation_id, o.name, o.sector,
      to_char(least(e.ended_at, e.response_due_at - interval '1 second') at time zone 'Europe/Copenhagen', 'YYYY-MM')
        as month,
      (e.received_at at time zone 'Europe/Copenhagen')::date as received_on,
      enquiry_promise(e.outcome, e.answered_at, e.response_due_at, e.ended_at, ${instant}) as verdict
    from enquiry e
    join alliances_organisation o on o.alliance_id = e.alliance_id and o.id = e.partner_organisation_id
    where e.alliance_id = $1`;
}

/**
 * The kept-promise rate per partner, sector, month and alliance: chains that
 * have ended or are past their response time, without those withdrawn while the partner was not late.
 */
@Injectable()
export class KeptPromiseRate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly disclosure: SetDisclosureRule,
  ) {}

  /**
   * Rates over chains received from a day to a day, both included; a partner's own people see their own only. Whoever
   * may not read the chains one by one gets the whole with small counts hidden: hiding from the others what stands in
   * their list would protect nobody.
   * @throws DomainError enquiries/rates-in-full-only
   */
  async run(actor: Actor, span: z.infer<typeof promiseQuery>): Promise<PromiseRates> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const counts = await this.counts(tx, actor, span);
      if (this.mayReadChains(actor)) return plainRates(counts);
      if (span.from !== undefined || span.to !== undefined || span.partner !== undefined)
        throw new DomainError<ErrorCode>('enquiries/rates-in-full-only');
      const { suppressBelow } = await this.disclosure.show(actor);
      return protectedRates(counts, suppressBelow);
    });
  }

  /** Does the actor follow the chains of every partner whose rates it may read? */
  private mayReadChains(actor: Actor): boolean {
    const anybodys = { organisation_id: null };
    return (
      this.access.allows(actor, 'follow', 'Promise', anybodys) ||
      !this.access.allows(actor, 'read', 'Promise', anybodys)
    );
  }

  private counts(tx: Transaction, actor: Actor, span: z.infer<typeof promiseQuery>): Promise<PromiseTally[]> {
    const mine = this.access.sql(actor, 'read', 'Promise', { alias: 'v', firstParam: 6 });
    return tx.query<PromiseTally>(
      `select v.organisation_id as partner, max(v.name) as name, v.sector, v.month,
         grouping(v.organisation_id, v.sector, v.month) as level,
         count(*) filter (where v.verdict in ('kept', 'not-kept'))::int as counted,
         count(*) filter (where v.verdict = 'kept')::int as kept
       from (${promisesAt('$2')}) v
       where v.received_on >= coalesce($3::date, '-infinity') and v.received_on <= coalesce($4::date, 'infinity')
         and v.organisation_id = coalesce($5::uuid, v.organisation_id) and ${mine.sql}
       group by grouping sets ((v.organisation_id), (v.sector), (v.month), ())
       order by level, v.month, max(v.name)`,
      [tx.allianceId, tx.now(), span.from ?? null, span.to ?? null, span.partner ?? null, ...mine.params],
    );
  }
}

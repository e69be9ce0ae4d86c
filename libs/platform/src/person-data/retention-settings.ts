import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type ErrorCode,
  type retentionPreview,
  type retentionRules,
  retentionTitles,
} from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { PersonActor } from '../tenancy/actor.js';
import { nextRetentionRun, Retention } from './retention.js';
import { type RetentionRule, RetentionRules } from './retention-rules.js';

type Rules = z.output<typeof retentionRules>;

interface Row {
  name: string;
  months: number | null;
  version: number | null;
  ran_at: Date | null;
  before: Date | null;
  rows: number | null;
  in_all: number;
}

/** What an alliance has decided about retention, and what came of it. */
@Injectable()
export class RetentionSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RetentionRules,
    private readonly retention: Retention,
  ) {}

  /** All rules as they stand. */
  read(actor: PersonActor): Promise<Rules> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `select n.name, r.months, r.version, l.ran_at, l.before, l.rows,
           coalesce((select sum(a.rows) from retention_run a where a.alliance_id = $1 and a.rule = n.name), 0)::int as in_all
         from unnest($2::text[]) n (name)
         left join retention_rule r on r.alliance_id = $1 and r.name = n.name
         left join lateral (select ran_at, before, rows from retention_run l
           where l.alliance_id = $1 and l.rule = n.name order by day desc limit 1) l on true`,
        [tx.allianceId, this.rules.all().map(({ name }) => name)],
      );
      const byName = new Map(rows.map((row) => [row.name, row]));
      return {
        nextRunAt: nextRetentionRun(tx.now()).toISOString(),
        items: this.rules.all().map((rule) => item(rule, byName.get(rule.name))),
      };
    });
  }

  /** How much would go at once. */
  async preview(
    actor: PersonActor,
    name: string,
    months: number,
  ): Promise<z.output<typeof retentionPreview>> {
    const { rows, before } = await this.retention.preview(
      actor.allianceId,
      this.within(name, months),
      months,
    );
    return { rows, before: before.toISOString() };
  }

  /** @throws DomainError person-data/months-out-of-bounds | platform/stale | platform/not-found */
  async change(actor: PersonActor, name: string, version: number, months: number): Promise<Rules> {
    this.within(name, months);
    await this.unitOfWork.actAs(actor, async (tx) => {
      if (!(await this.write(tx, name, version, months))) throw new DomainError<ErrorCode>('platform/stale');
      await tx.append(
        'person-data.retention-changed',
        { kind: 'alliance', id: tx.allianceId },
        { rule: name, months },
      );
    });
    return this.read(actor);
  }

  /** The first change finds no row: it is version 0. */
  private async write(tx: Transaction, name: string, version: number, months: number): Promise<boolean> {
    const written =
      version === 0
        ? await tx.query(
            `insert into retention_rule (id, alliance_id, name, months) values ($1, $2, $3, $4)
             on conflict do nothing returning id`,
            [newId(), tx.allianceId, name, months],
          )
        : await tx.query(
            `update retention_rule set months = $4, version = version + 1
             where alliance_id = $1 and name = $2 and version = $3 returning id`,
            [tx.allianceId, name, version, months],
          );
    return written.length > 0;
  }

  private within(name: string, months: number): RetentionRule {
    const rule = this.rules.find(name);
    if (rule === undefined) throw notFound();
    const { shortestMonths: shortest, longestMonths: longest } = rule;
    if (months < shortest || months > longest)
      throw new DomainError<ErrorCode>('person-data/months-out-of-bounds', { shortest, longest }, 'months');
    return rule;
  }
}

function item(rule: RetentionRule, row: Row | undefined): Rules['items'][number] {
  const { name, explains, defaultMonths, shortestMonths, longestMonths } = rule;
  return {
    name,
    title: retentionTitles[name] ?? { da: name, en: name },
    explains,
    defaultMonths,
    shortestMonths,
    longestMonths,
    months: row?.months ?? defaultMonths,
    version: row?.version ?? 0,
    lastRun:
      row?.ran_at && row.before
        ? { at: row.ran_at.toISOString(), before: row.before.toISOString(), rows: row.rows ?? 0 }
        : null,
    rowsInAll: row?.in_all ?? 0,
  };
}

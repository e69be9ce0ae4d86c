import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { MetricMonth } from '../application/metric-source.js';
import { type RollUp, type RollUpQuestion, RollUpRepository } from '../application/roll-up.repository.js';

/**
 * One statement, so that counts and their tail are of the same moment. The tail are events of the source's types
 * that were sealed after the fold, or are not sealed yet and may have become visible after it (an event's id tells
 * when it was made; no transaction lasts an hour).
 */
const read = `
  with fold as (select * from indicator_fold where alliance_id = $1 and indicator_id = $2)
  select f.folded_at is not null and f.valid_until > $4
      and not exists (
        select from event_seal s join event e on e.alliance_id = s.alliance_id and e.id = s.event_id
        where s.alliance_id = $1 and s.seq > f.folded_seq and e.type = any ($3))
      and not exists (
        select from event e
        where e.alliance_id = $1 and e.type = any ($3)
          and e.id > rpad(lpad(to_hex((extract(epoch from f.folded_at) * 1000)::bigint - 3600000), 12, '0'), 32, '0')::uuid
          and not exists (select from event_seal s where s.event_id = e.id)) as stands,
    (select max(m.computed_at) from indicator_month m where m.alliance_id = $1 and m.indicator_id = $2)
      as "computedAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('month', m.month, 'numerator', m.numerator,
        'denominator', m.denominator, 'unknown', m.unknown) order by m.month)
      from indicator_month m where m.alliance_id = $1 and m.indicator_id = $2), '[]') as months
  from (select) as always left join fold f on true`;

/** Derived counts in PostgreSQL. */
@Injectable()
export class RollUpSqlRepository extends RollUpRepository {
  async read(tx: Transaction, { indicatorId, refreshedBy }: RollUpQuestion): Promise<RollUp> {
    const [row] = await tx.queryPrepared<{
      stands: boolean | null;
      computedAt: Date | null;
      months: (Omit<MetricMonth, 'unknown'> & { unknown: number | null })[];
    }>('measurements-roll-up', read, [tx.allianceId, indicatorId, refreshedBy, tx.now()]);
    return {
      indicatorId,
      stands: row?.stands ?? false,
      computedAt: row?.computedAt ?? null,
      months: (row?.months ?? []).map(({ unknown, ...month }) =>
        unknown === null ? month : { ...month, unknown },
      ),
    };
  }

  async hold(tx: Transaction, indicatorId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('fold:' || $1, 0))`, [indicatorId]);
  }

  async lastSeq(tx: Transaction): Promise<string> {
    const [row] = await tx.query<{ seq: string }>(
      `select coalesce(max(seq), 0)::text as seq from event_seal where alliance_id = $1`,
      [tx.allianceId],
    );
    return row?.seq ?? '0';
  }

  async save(
    tx: Transaction,
    indicatorId: string,
    months: readonly MetricMonth[],
    { seq, validUntil }: { seq: string; validUntil: Date },
  ): Promise<void> {
    await this.forget(tx, indicatorId);
    await tx.query(
      `insert into indicator_month (alliance_id, indicator_id, month, numerator, denominator, unknown, computed_at)
       select $1, $2, m.month, m.numerator, m.denominator, m.unknown, $4
       from jsonb_to_recordset($3) as m (month text, numerator int, denominator int, unknown int)`,
      [tx.allianceId, indicatorId, JSON.stringify(months), tx.now()],
    );
    // The database's clock, not the application's: it is compared with the ids of events.
    await tx.query(
      `insert into indicator_fold (alliance_id, indicator_id, folded_seq, folded_at, valid_until)
       values ($1, $2, $3, now(), $4)`,
      [tx.allianceId, indicatorId, seq, validUntil],
    );
  }

  async forget(tx: Transaction, indicatorId: string): Promise<void> {
    const which = [tx.allianceId, indicatorId];
    await tx.query(`delete from indicator_month where alliance_id = $1 and indicator_id = $2`, which);
    await tx.query(`delete from indicator_fold where alliance_id = $1 and indicator_id = $2`, which);
  }
}

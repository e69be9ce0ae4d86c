import { Injectable } from '@nestjs/common';
import type { IndicatorInput } from '#libs/api-schema';
import { lowestSuppression } from '#libs/api-schema';
import type { AccessSql, Transaction } from '#libs/platform';
import { IndicatorRepository, type StoredIndicator } from '../application/indicator.repository.js';

const fields = `i.id, i.name, i.definition, i.unit, i.direction, i.source, i.metric_key as "metricKey", i.frequency,
  i.level, i.responsible_organisation_id as "responsibleOrganisationId", i.baseline_value as "baselineValue",
  i.baseline_period as "baselinePeriod", i.target_value as "targetValue",
  to_char(i.target_by, 'YYYY-MM-DD') as "targetBy", i.published, i.version,
  (select o.name from alliances_organisation o
   where o.alliance_id = i.alliance_id and o.id = i.responsible_organisation_id) as "responsibleOrganisationName"`;

/** Indicators in PostgreSQL. */
@Injectable()
export class IndicatorSqlRepository extends IndicatorRepository {
  async find(tx: Transaction, id: string): Promise<StoredIndicator | null> {
    const [found] = await tx.query<StoredIndicator>(
      `select ${fields} from indicator i where i.alliance_id = $1 and i.id = $2`,
      [tx.allianceId, id],
    );
    return found ?? null;
  }

  async hold(tx: Transaction, id: string): Promise<StoredIndicator | null> {
    const [found] = await tx.query<StoredIndicator>(
      `select ${fields} from indicator i where i.alliance_id = $1 and i.id = $2 for update`,
      [tx.allianceId, id],
    );
    return found ?? null;
  }

  async findAll(tx: Transaction, ids: readonly string[], seen: AccessSql): Promise<StoredIndicator[]> {
    return tx.query<StoredIndicator>(
      `select ${fields} from indicator i where i.alliance_id = $1 and i.id = any ($2::uuid[]) and ${seen.sql}`,
      [tx.allianceId, ids, ...seen.params],
    );
  }

  async derivedFrom(tx: Transaction, metricKey: string): Promise<StoredIndicator[]> {
    return tx.query<StoredIndicator>(
      `select ${fields} from indicator i where i.alliance_id = $1 and i.metric_key = $2 order by i.id`,
      [tx.allianceId, metricKey],
    );
  }

  async add(tx: Transaction, id: string, input: IndicatorInput): Promise<void> {
    await tx.query(
      `insert into indicator (id, alliance_id, name, definition, unit, direction, source, metric_key, frequency,
         level, responsible_organisation_id, baseline_value, baseline_period, target_value, target_by, published,
         created_at)
       values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [tx.allianceId, id, ...valuesOf(input), tx.now()],
    );
  }

  async save(tx: Transaction, id: string, input: IndicatorInput): Promise<void> {
    await tx.query(
      `update indicator set name = $3, definition = $4, unit = $5, direction = $6, source = $7, metric_key = $8,
         frequency = $9, level = $10, responsible_organisation_id = $11, baseline_value = $12,
         baseline_period = $13, target_value = $14, target_by = $15, published = $16, version = version + 1
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, ...valuesOf(input)],
    );
  }

  async hasObservations(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(
      `select from observation where alliance_id = $1 and indicator_id = $2 limit 1`,
      [tx.allianceId, id],
    );
    return rows.length > 0;
  }

  async hasOrganisation(tx: Transaction, organisationId: string): Promise<boolean> {
    const rows = await tx.query(`select from alliances_organisation where alliance_id = $1 and id = $2`, [
      tx.allianceId,
      organisationId,
    ]);
    return rows.length > 0;
  }

  async disclosureRule(tx: Transaction): Promise<{ suppressBelow: number; version: number }> {
    const [rule] = await tx.query<{ suppressBelow: number; version: number }>(
      `select suppress_below as "suppressBelow", version from disclosure_rule where alliance_id = $1`,
      [tx.allianceId],
    );
    return rule ?? { suppressBelow: lowestSuppression, version: 0 };
  }

  async saveDisclosureRule(tx: Transaction, suppressBelow: number, expected: number): Promise<boolean> {
    const saved =
      expected === 0
        ? await tx.query(
            `insert into disclosure_rule (alliance_id, suppress_below) values ($1, $2)
             on conflict do nothing returning version`,
            [tx.allianceId, suppressBelow],
          )
        : await tx.query(
            `update disclosure_rule set suppress_below = $2, version = version + 1
             where alliance_id = $1 and version = $3 returning version`,
            [tx.allianceId, suppressBelow, expected],
          );
    return saved.length > 0;
  }
}

function valuesOf(input: IndicatorInput): unknown[] {
  return [
    input.name,
    input.definition,
    input.unit,
    input.direction,
    input.source,
    input.metricKey,
    input.frequency,
    input.level,
    input.responsibleOrganisationId,
    input.baselineValue,
    input.baselinePeriod,
    input.targetValue,
    input.targetBy,
    input.published,
  ];
}

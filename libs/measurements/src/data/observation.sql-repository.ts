import { Injectable } from '@nestjs/common';
import type { ObservedFigure } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import {
  type ObservationChange,
  ObservationRepository,
  type StoredObservation,
} from '../application/observation.repository.js';

const select = `select o.id, o.indicator_id as "indicatorId", o.period, o.state,
  case o.kind when 'value' then jsonb_build_object('kind', o.kind, 'value', o.value)
    when 'share' then jsonb_build_object('kind', o.kind, 'numerator', o.numerator, 'denominator', o.denominator)
    else jsonb_build_object('kind', o.kind) end as figure,
  o.note, o.sent_back_reason as "sentBackReason", o.entered_by_name as "enteredBy",
  o.entered_by_id as "enteredById", o.changed_at as "changedAt",
  o.version from observation o where o.alliance_id = $1`;

/** Reported figures in PostgreSQL. */
@Injectable()
export class ObservationSqlRepository extends ObservationRepository {
  async hold(tx: Transaction, indicatorId: string, period: string): Promise<StoredObservation | null> {
    const [found] = await tx.query<StoredObservation>(
      `${select} and o.indicator_id = $2 and o.period = $3 for update`,
      [tx.allianceId, indicatorId, period],
    );
    return found ?? null;
  }

  async add(
    tx: Transaction,
    indicatorId: string,
    period: string,
    change: ObservationChange,
    byId: string,
  ): Promise<boolean> {
    const id = newId();
    const added = await tx.query(
      `insert into observation (id, alliance_id, indicator_id, period, state, kind, value, numerator, denominator,
         note, entered_by_name, entered_by_id, changed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
       on conflict (alliance_id, indicator_id, period) do nothing returning id`,
      [
        id,
        tx.allianceId,
        indicatorId,
        period,
        change.state,
        ...figureColumns(change.figure),
        change.note,
        change.enteredBy,
        change.enteredById,
        tx.now(),
      ],
    );
    if (added.length === 0) return false;
    await this.revise(tx, id, 1, change, { id: byId, name: change.enteredBy });
    return true;
  }

  async save(
    tx: Transaction,
    before: StoredObservation,
    change: ObservationChange,
    by: { id: string; name: string },
  ): Promise<void> {
    await tx.query(
      `update observation set state = $3, kind = $4, value = $5, numerator = $6, denominator = $7, note = $8,
         sent_back_reason = $9, entered_by_name = $10, entered_by_id = $11, changed_at = $12, version = version + 1
       where alliance_id = $1 and id = $2`,
      [
        tx.allianceId,
        before.id,
        change.state,
        ...figureColumns(change.figure),
        change.note,
        change.sentBackReason,
        change.enteredBy,
        change.enteredById,
        tx.now(),
      ],
    );
    await this.revise(tx, before.id, before.version + 1, change, by);
  }

  async list(tx: Transaction, indicatorId: string): Promise<StoredObservation[]> {
    return tx.query<StoredObservation>(`${select} and o.indicator_id = $2 order by o.period desc limit 600`, [
      tx.allianceId,
      indicatorId,
    ]);
  }

  async published(tx: Transaction, indicatorIds: readonly string[]): Promise<StoredObservation[]> {
    return tx.query<StoredObservation>(
      `${select} and o.indicator_id = any ($2::uuid[]) and o.state = 'published' order by o.period`,
      [tx.allianceId, indicatorIds],
    );
  }

  private async revise(
    tx: Transaction,
    observationId: string,
    version: number,
    change: ObservationChange,
    by: { id: string; name: string },
  ): Promise<void> {
    await tx.query(
      `insert into observation_revision (id, alliance_id, observation_id, version, state, kind, value, numerator,
         denominator, note, changed_by_id, changed_by_name, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        newId(),
        tx.allianceId,
        observationId,
        version,
        change.state,
        ...figureColumns(change.figure),
        change.note,
        by.id,
        by.name,
        tx.now(),
      ],
    );
  }
}

/** kind, value, numerator, denominator */
function figureColumns(figure: ObservedFigure): [string, number | null, number | null, number | null] {
  if (figure.kind === 'value') return [figure.kind, figure.value, null, null];
  if (figure.kind === 'share') return [figure.kind, null, figure.numerator, figure.denominator];
  return [figure.kind, null, null, null];
}

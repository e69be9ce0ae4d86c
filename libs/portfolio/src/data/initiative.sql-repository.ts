import { Injectable } from '@nestjs/common';
import type { InitiativeInput } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type {
  Doer,
  NamedInitiative,
  StoredInitiative,
  StoredMove,
  StoredReview,
} from '../application/initiative.repository.js';
import { InitiativeRepository } from '../application/initiative.repository.js';

const fields = `i.id, i.name, i.purpose, i.stage, i.outcome_id as "outcomeId",
  i.responsible_organisation_id as "responsibleOrganisationId", i.operating_units as "operatingUnits",
  i.stop_rule as "stopRule", to_char(i.review_on, 'YYYY-MM-DD') as "reviewOn", i.closed_reason as "closedReason",
  i.learned, i.closed_at as "closedAt", i.created_at as "createdAt", i.version`;

/** Field of an initiative → its column, for what may change. */
const columns = {
  name: 'name',
  purpose: 'purpose',
  stage: 'stage',
  outcomeId: 'outcome_id',
  responsibleOrganisationId: 'responsible_organisation_id',
  operatingUnits: 'operating_units',
  stopRule: 'stop_rule',
  reviewOn: 'review_on',
  closedReason: 'closed_reason',
  learned: 'learned',
  closedAt: 'closed_at',
} as const satisfies Partial<Record<keyof StoredInitiative, string>>;

/** Initiatives in PostgreSQL. */
@Injectable()
export class InitiativeSqlRepository extends InitiativeRepository {
  async find(tx: Transaction, id: string): Promise<NamedInitiative | null> {
    const [found] = await tx.query<NamedInitiative>(
      `select ${fields}, u.title as "outcomeTitle", o.name as "responsibleOrganisationName"
       from initiative i
       left join agendas_outcome u on u.alliance_id = i.alliance_id and u.id = i.outcome_id
       left join alliances_organisation o
         on o.alliance_id = i.alliance_id and o.id = i.responsible_organisation_id
       where i.alliance_id = $1 and i.id = $2`,
      [tx.allianceId, id],
    );
    return found ?? null;
  }

  async hold(tx: Transaction, id: string): Promise<StoredInitiative | null> {
    const [found] = await tx.query<StoredInitiative>(
      `select ${fields} from initiative i where i.alliance_id = $1 and i.id = $2 for update`,
      [tx.allianceId, id],
    );
    return found ?? null;
  }

  async add(tx: Transaction, id: string, input: InitiativeInput): Promise<void> {
    await tx.query(
      `insert into initiative (id, alliance_id, name, purpose, outcome_id, responsible_organisation_id,
         operating_units, stop_rule, review_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        tx.allianceId,
        input.name,
        input.purpose,
        input.outcomeId,
        input.responsibleOrganisationId,
        input.operatingUnits,
        input.stopRule,
        input.reviewOn,
        tx.now(),
      ],
    );
  }

  async save(tx: Transaction, id: string, changes: Partial<StoredInitiative>): Promise<void> {
    const params: unknown[] = [tx.allianceId, id];
    const sets = (Object.keys(columns) as (keyof typeof columns)[])
      .filter((field) => changes[field] !== undefined)
      .map((field) => `${columns[field]} = $${String(params.push(changes[field]))}`);
    await tx.query(
      `update initiative set ${[...sets, 'version = version + 1'].join(', ')} where alliance_id = $1 and id = $2`,
      params,
    );
  }

  async addMove(
    tx: Transaction,
    initiativeId: string,
    move: Pick<StoredMove, 'from' | 'to' | 'reason'>,
    by: Doer,
  ): Promise<void> {
    await tx.query(
      `insert into initiative_move (id, alliance_id, initiative_id, from_stage, to_stage, reason, moved_by_id,
         moved_by_name, moved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), tx.allianceId, initiativeId, move.from, move.to, move.reason, by.id, by.name, tx.now()],
    );
  }

  async addReview(
    tx: Transaction,
    initiativeId: string,
    review: Pick<StoredReview, 'decision' | 'words' | 'nextReviewOn'>,
    by: Doer,
  ): Promise<void> {
    await tx.query(
      `insert into initiative_review (id, alliance_id, initiative_id, decision, words, next_review_on,
         reviewed_by_id, reviewed_by_name, reviewed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        tx.allianceId,
        initiativeId,
        review.decision,
        review.words,
        review.nextReviewOn,
        by.id,
        by.name,
        tx.now(),
      ],
    );
  }

  async reviews(tx: Transaction, initiativeId: string): Promise<StoredReview[]> {
    return tx.query<StoredReview>(
      `select id, decision, words, to_char(next_review_on, 'YYYY-MM-DD') as "nextReviewOn",
         reviewed_by_name as "reviewedBy", reviewed_at as "reviewedAt"
       from initiative_review where alliance_id = $1 and initiative_id = $2 order by id desc`,
      [tx.allianceId, initiativeId],
    );
  }

  async moves(tx: Transaction, initiativeId: string): Promise<StoredMove[]> {
    return tx.query<StoredMove>(
      `select from_stage as "from", to_stage as "to", reason, moved_by_name as "movedBy", moved_at as "movedAt"
       from initiative_move where alliance_id = $1 and initiative_id = $2 order by id desc`,
      [tx.allianceId, initiativeId],
    );
  }

  async hasOutcome(tx: Transaction, outcomeId: string): Promise<boolean> {
    const rows = await tx.query(`select from agendas_outcome where alliance_id = $1 and id = $2`, [
      tx.allianceId,
      outcomeId,
    ]);
    return rows.length > 0;
  }

  async hasOrganisation(tx: Transaction, organisationId: string): Promise<boolean> {
    const rows = await tx.query(`select from alliances_organisation where alliance_id = $1 and id = $2`, [
      tx.allianceId,
      organisationId,
    ]);
    return rows.length > 0;
  }
}

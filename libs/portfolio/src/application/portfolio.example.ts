import { Injectable } from '@nestjs/common';
import { type Example, exampleId, type ExamplePart } from '#libs/alliances';
import { addDays, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { exampleInitiatives } from '../domain/example-initiatives.js';

/** Fills the example alliance with initiatives on every stage, one with an overdue review and one that was stopped. */
@Injectable()
export class PortfolioExample implements ExamplePart {
  readonly name = 'portfolio';
  readonly order = 60;

  /** Writes what the actions would have left on the days they stand for. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const { today, founder } = example;
    const at = (daysAgo: number): Date => copenhagenInstant(addDays(today, -daysAgo), '11:20');
    const told = exampleInitiatives.map((one) => ({ ...one, id: newId() }));
    const write = (sql: string, rows: readonly unknown[], ...more: readonly unknown[]): Promise<unknown> =>
      tx.query(sql, [tx.allianceId, JSON.stringify(rows), ...more]);
    await write(
      insertInitiatives,
      told.map(({ outcome, reviewIn, createdDaysAgo, moves, ...one }) => {
        const [stage, daysAgo, reason] = moves.at(-1) ?? (['idea', createdDaysAgo, ''] as const);
        return {
          ...one,
          stage,
          outcomeId: exampleId(tx.allianceId, outcome),
          reviewOn: reviewIn === null ? null : addDays(today, reviewIn),
          closedReason: stage === 'closed' ? reason : '',
          learned: one.learned ?? '',
          closedAt: stage === 'closed' ? at(daysAgo) : null,
          createdAt: at(createdDaysAgo),
          changes: moves.length + one.reviews.length + 1,
        };
      }),
      example.municipalityId,
    );
    const by = [founder.personId, founder.name];
    await write(
      insertMoves,
      told.flatMap(({ id, moves }) =>
        moves.map(([to, daysAgo, reason], index) => ({
          id: newId(),
          initiativeId: id,
          from: moves[index - 1]?.[0] ?? 'idea',
          to,
          reason,
          at: at(daysAgo),
        })),
      ),
      ...by,
    );
    await write(
      insertReviews,
      told.flatMap(({ id, reviews, reviewIn }) =>
        reviews.map(({ decision, words, daysAgo }, index) => {
          const next = reviews[index + 1];
          const nextIn = next === undefined ? reviewIn : -next.daysAgo;
          const nextReviewOn = decision === 'close' || nextIn === null ? null : addDays(today, nextIn);
          return { id: newId(), initiativeId: id, decision, words, nextReviewOn, at: at(daysAgo) };
        }),
      ),
      ...by,
    );
    await this.tell(tx, told);
  }

  /** The newest of it in the feed. */
  private async tell(
    tx: Transaction,
    told: readonly ((typeof exampleInitiatives)[number] & { id: string })[],
  ): Promise<void> {
    for (const { id, name: initiativeName, reviews, createdDaysAgo } of told) {
      const subject = { kind: 'initiative', id };
      const last = reviews.at(-1);
      if (createdDaysAgo < 30) await tx.append('portfolio.initiative-created', subject, { initiativeName });
      if (last !== undefined && last.daysAgo < 60)
        await tx.append('portfolio.initiative-reviewed', subject, {
          initiativeName,
          decision: last.decision,
        });
    }
  }
}

const insertInitiatives = `
  insert into initiative (id, alliance_id, name, purpose, stage, outcome_id, responsible_organisation_id,
    operating_units, stop_rule, review_on, closed_reason, learned, closed_at, version, created_at)
  select i.id, $1, i.name, i.purpose, i.stage, i."outcomeId", $3, i.units, i."stopRule", i."reviewOn",
    i."closedReason", i.learned, i."closedAt", i.changes, i."createdAt"
  from jsonb_to_recordset($2::jsonb) as i (id uuid, name text, purpose text, stage text, "outcomeId" uuid,
    units text[], "stopRule" text, "reviewOn" date, "closedReason" text, learned text, "closedAt" timestamptz,
    changes int, "createdAt" timestamptz)`;

const insertMoves = `
  insert into initiative_move (id, alliance_id, initiative_id, from_stage, to_stage, reason, moved_by_id,
    moved_by_name, moved_at)
  select m.id, $1, m."initiativeId", m."from", m."to", m.reason, $3, $4, m.at
  from jsonb_to_recordset($2::jsonb) as m (id uuid, "initiativeId" uuid, "from" text, "to" text, reason text,
    at timestamptz)`;

const insertReviews = `
  insert into initiative_review (id, alliance_id, initiative_id, decision, words, next_review_on, reviewed_by_id,
    reviewed_by_name, reviewed_at)
  select r.id, $1, r."initiativeId", r.decision, r.words, r."nextReviewOn", $3, $4, r.at
  from jsonb_to_recordset($2::jsonb) as r (id uuid, "initiativeId" uuid, decision text, words text,
    "nextReviewOn" date, at timestamptz)`;

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { initiativeDetail, initiativeQuery } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import {
  Access,
  defineList,
  type ListJson,
  listPage,
  notFound,
  type PersonActor,
  UnitOfWork,
} from '#libs/platform';
import { decisionsFrom, reviewOverdue, stagesFrom } from '../domain/initiative.js';
import { InitiativeRepository } from './initiative.repository.js';
import { rowOf } from './keep-initiative.js';

const initiativeList = defineList({
  name: 'portfolio-initiatives',
  from: `initiative i
    left join agendas_outcome u on u.alliance_id = i.alliance_id and u.id = i.outcome_id
    left join alliances_organisation o on o.alliance_id = i.alliance_id and o.id = i.responsible_organisation_id
    cross join (select ($now at time zone 'Europe/Copenhagen')::date as day) today`,
  where: 'i.alliance_id = $alliance',
  id: 'i.id',
  json: {
    id: 'i.id',
    name: 'i.name',
    stage: 'i.stage',
    outcomeId: 'i.outcome_id',
    outcomeTitle: 'u.title',
    responsibleOrganisationId: 'i.responsible_organisation_id',
    responsibleOrganisationName: 'o.name',
    operatingUnits: 'to_jsonb(i.operating_units)',
    stopRule: 'i.stop_rule',
    reviewOn: `to_char(i.review_on, 'YYYY-MM-DD')`,
    reviewOverdue: `i.stage not in ('idea', 'closed') and coalesce(i.review_on < today.day, false)`,
    closedReason: 'i.closed_reason',
    learned: 'i.learned',
    closedAt: `to_char(i.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    version: 'i.version',
  },
  sorts: {
    name: { sql: 'i.name', type: 'text' },
    reviewOn: { sql: 'i.review_on', type: 'date', nullable: true },
    created: { sql: 'i.created_at', type: 'timestamptz' },
  },
  filters: { stage: 'i.stage = any ($value)', outcome: 'i.outcome_id = any ($value::uuid[])' },
  search: ['i.name', 'i.purpose', 'i.learned'],
});

/** Reads the portfolio. */
@Injectable()
export class ListInitiatives {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly access: Access,
  ) {}

  /** A page of initiatives. */
  async page(actor: PersonActor, query: z.output<typeof initiativeQuery>): Promise<ListJson> {
    const seen = this.access.sql(actor, 'read', 'Initiative', { alias: 'i', firstParam: 1 });
    return this.unitOfWork.readAs(actor, (tx) => listPage(tx, initiativeList, query, seen));
  }

  /** One initiative with its reviews and moves. */
  async detail(actor: PersonActor, id: string): Promise<z.input<typeof initiativeDetail>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const initiative = await this.initiatives.find(tx, id);
      if (initiative === null || !this.access.allows(actor, 'read', 'Initiative', rowOf(initiative)))
        throw notFound();
      const { stage, reviewOn } = initiative;
      const mayEdit = this.access.allows(actor, 'update', 'Initiative', rowOf(initiative));
      const reviews = await this.initiatives.reviews(tx, id);
      const moves = await this.initiatives.moves(tx, id);
      return {
        ...initiative,
        reviewOverdue: reviewOverdue(stage, reviewOn, copenhagenDate(tx.now())),
        closedAt: initiative.closedAt?.toISOString() ?? null,
        createdAt: initiative.createdAt.toISOString(),
        reviews: reviews.map((review) => ({ ...review, reviewedAt: review.reviewedAt.toISOString() })),
        moves: moves.map((move) => ({ ...move, movedAt: move.movedAt.toISOString() })),
        may: {
          edit: mayEdit && stage !== 'closed',
          moveTo: mayEdit ? [...stagesFrom(stage)] : [],
          decide: mayEdit ? decisionsFrom(stage) : [],
        },
      };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { mergePreview, personDetail, personListQuery } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { defineList, type ListJson, listPage } from '../../read-model/list.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Memberships } from '../memberships.js';

type Detail = z.output<typeof personDetail>;
type Preview = z.output<typeof mergePreview>;
type Row = Omit<Detail, 'alliances' | 'isYou' | 'createdAt' | 'deactivatedAt' | 'lastUsedAt'> & {
  createdAt: Date;
  deactivatedAt: Date | null;
  lastUsedAt: Date | null;
};

const state = `case when p.merged_into is not null then 'merged' when p.deactivated_at is not null then 'deactivated'
  else 'active' end`;
const lastUsed = `(select max(s.last_used_at) from session s where s.person_id = p.id)`;
const addresses = `(select json_agg(json_build_object('email', a.email, 'isPrimary', a.email = p.email,
    'verifiedAt', to_char(a.verified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    order by a.email = p.email desc, a.email) from person_address a where a.person_id = p.id)`;

const people = defineList({
  name: 'platform-people',
  from: 'person p',
  where: 'true',
  id: 'p.id',
  json: {
    id: 'p.id',
    name: 'p.name',
    email: 'p.email',
    addresses: '(select count(*) from person_address a where a.person_id = p.id)',
    isAdmin: 'p.is_admin',
    state,
    createdAt: 'p.created_at',
    lastUsedAt: lastUsed,
  },
  sorts: {
    name: { sql: 'p.name collate "da-x-icu"', type: 'text' },
    created: { sql: 'p.created_at', type: 'timestamptz' },
    used: { sql: lastUsed, type: 'timestamptz', nullable: true },
  },
  filters: { state: `${state} = any ($value::text[])` },
  search: [
    'p.name',
    `(select string_agg(a.email::text, ' ') from person_address a where a.person_id = p.id)`,
  ],
});

/** The installation's people for its administrator: who they are and may come in, never what they do in an alliance. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: Memberships,
  ) {}

  /** One page of people. */
  page(actor: PersonActor, query: z.output<typeof personListQuery>): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) => listPage(tx, people, query, { sql: 'true', params: [] }));
  }

  /** One person. @throws DomainError platform/not-found */
  async run(actor: PersonActor, personId: string): Promise<Detail> {
    const [row] = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<Row>(
        `select p.id, p.name, p.email::text as email, p.locale, p.is_admin as "isAdmin", ${state} as state,
           p.created_at as "createdAt", p.deactivated_at as "deactivatedAt", ${lastUsed} as "lastUsedAt",
           (select count(*)::int from session s where s.person_id = p.id and s.ended_at is null
              and s.expires_at > $2) as sessions,
           (select json_build_object('id', w.id, 'name', w.name) from person w where w.id = p.merged_into) as "mergedInto",
           ${addresses} as addresses
         from person p where p.id = $1`,
        [personId, tx.now()],
      ),
    );
    if (row === undefined) throw notFound();
    return {
      ...row,
      createdAt: row.createdAt.toISOString(),
      deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      isYou: personId === actor.personId,
      alliances: await this.alliancesOf(actor, personId),
    };
  }

  /**
   * What merging `fromId` into a person would do.
   * @throws DomainError platform/not-found, platform/merge-not-possible
   */
  async previewMerge(actor: PersonActor, intoId: string, fromId: string): Promise<Preview> {
    const [from, into] = [await this.run(actor, fromId), await this.run(actor, intoId)];
    if (fromId === intoId || from.isYou || from.state === 'merged' || into.state !== 'active')
      throw new DomainError('platform/merge-not-possible');
    const counts = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<{ what: string; count: number; on_merge: string }>(
        `select table_name || '.' || column_name as what, rows::int as count, on_merge
         from rygrad_count_person_references($1)`,
        [fromId],
      ),
    );
    return {
      from: briefly(from),
      into: briefly(into),
      alliances: from.alliances,
      moves: counts.filter(({ on_merge }) => on_merge === 'move').map(({ what, count }) => ({ what, count })),
      endedSessions: from.sessions,
    };
  }

  /** Names of alliances and roles only: read as the person reads them in the switcher. */
  private async alliancesOf(actor: PersonActor, personId: string): Promise<Detail['alliances']> {
    const whose = { ...actor, personId };
    const held = (await this.memberships.of(whose)).map(({ id, name, roles }) => ({
      id,
      name,
      roles: [...new Set(roles.map(({ role }) => role))],
      isResting: false,
    }));
    const resting = (await this.memberships.restingOf(whose)).map(({ id, name, roles }) => ({
      id,
      name,
      roles,
      isResting: true,
    }));
    return [...held, ...resting];
  }
}

function briefly({ id, name, addresses: known, isAdmin }: Detail): Preview['from'] {
  return { id, name, isAdmin, emails: known.map(({ email }) => email) };
}

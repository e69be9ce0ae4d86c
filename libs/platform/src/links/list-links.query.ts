import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { linksQuery, LinkState, ScopedLink, scopedLinks } from '#libs/api-schema';
import { Access } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { defineList, listPage } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { type LinkedThing, LinkPurposes } from './link-purposes.js';

interface Row {
  readonly id: string;
  readonly purpose: string;
  readonly subjectId: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly passedOn: boolean;
  readonly state: LinkState;
}

const instantJson = (sql: string): string =>
  `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const state = `case when l.spent_at is not null then 'spent' when l.revoked_at is not null then 'revoked'
  when l.expires_at <= $now then 'expired' else 'open' end`;

const links = defineList({
  name: 'links',
  from: `link l cross join lateral (select ${state} as state) s`,
  where: 'l.alliance_id = $alliance',
  id: 'l.id',
  json: {
    id: 'l.id',
    purpose: 'l.purpose',
    subjectId: 'l.subject_id',
    name: 'l.name',
    email: 'l.email::text',
    createdAt: instantJson('l.created_at'),
    expiresAt: instantJson('l.expires_at'),
    openedAt: instantJson('l.opened_at'),
    passedOn: 'l.passed_on',
    state: 's.state',
  },
  sorts: {
    createdAt: { sql: 'l.created_at', type: 'timestamptz' },
    expiresAt: { sql: 'l.expires_at', type: 'timestamptz' },
    name: { sql: 'l.name collate "da-x-icu"', type: 'text' },
  },
  filters: {
    state: 's.state = any ($value::text[])',
    linkId: 'l.id = $value::uuid',
    subjects: `exists (select from jsonb_to_recordset($value::jsonb) as w (purpose text, subject uuid)
      where w.purpose = l.purpose and w.subject = l.subject_id)`,
  },
  search: ['l.name'],
});

/** The links without account that somebody may know of: to whom, for what, until when, and how they stand. */
@Injectable()
export class ListLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly purposes: LinkPurposes,
  ) {}

  /** One page. */
  run(actor: PersonActor, query: z.infer<typeof linksQuery>): Promise<z.infer<typeof scopedLinks>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const { about, ...asked } = query;
      const subjects = about === undefined ? undefined : await this.subjectsOf(tx, about);
      const allowed = this.access.sql(actor, 'read', 'Link', { alias: 'l', firstParam: 1 });
      const json = await listPage(tx, links, { ...asked, subjects }, allowed);
      const found = JSON.parse(json) as { items: Row[]; total: number; next: string | null };
      const things = await this.things(tx, found.items);
      return { ...found, items: found.items.map((row) => this.shown(actor, row, things)) };
    });
  }

  /** The pairs of purpose and subject that are about one thing, as the filter takes them. */
  private async subjectsOf(tx: Transaction, about: string): Promise<string> {
    const [kind = '', id = ''] = about.split(':');
    const pairs = [];
    for (const one of this.purposes.all().filter((purpose) => purpose.about === kind))
      for (const subject of (await one.subjectsOf?.(tx, id)) ?? [id])
        pairs.push({ purpose: one.purpose, subject });
    return JSON.stringify(pairs);
  }

  private async things(tx: Transaction, rows: readonly Row[]): Promise<Map<string, LinkedThing>> {
    const things = new Map<string, LinkedThing>();
    for (const purpose of this.purposes.all()) {
      const ids = rows.filter((row) => row.purpose === purpose.purpose).map((row) => row.subjectId);
      if (ids.length === 0) continue;
      for (const [id, thing] of await purpose.describe(tx, [...new Set(ids)]))
        things.set(`${purpose.purpose}:${id}`, thing);
    }
    return things;
  }

  private shown(actor: PersonActor, row: Row, things: ReadonlyMap<string, LinkedThing>): ScopedLink {
    const { subjectId, name, email, ...rest } = row;
    const purpose = this.purposes.find(row.purpose);
    const about = things.get(`${row.purpose}:${subjectId}`) ?? null;
    const isPersonal = purpose?.isPersonal === true;
    const changes = this.access.allows(actor, 'update', 'Link', { purpose: row.purpose });
    const sends = changes && !isPersonal && about !== null && purpose?.send !== undefined;
    return {
      ...rest,
      label: purpose?.label ?? { da: row.purpose, en: row.purpose },
      about,
      to: { name, email: isPersonal ? null : email },
      may: {
        revoke: changes && row.state === 'open',
        sendAgain: sends && (row.state === 'open' || row.state === 'expired'),
        passOn: sends && row.state === 'open',
        handOut: changes && email !== 'slettet@invalid',
      },
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { overview } from '#libs/api-schema';
import { newId, normaliseEmail } from '#libs/kernel';
import { Feed, newsTypes, type PersonActor, type Transaction } from '#libs/platform';
import type { DueDescription } from './due-item-source.js';
import { DueItemSources } from './due-item-sources.js';

type Overview = z.infer<typeof overview>;

interface DueRow {
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  title_da: string;
  title_en: string;
  detail_da: string | null;
  detail_en: string | null;
  path: string;
  due_at: Date;
  version: number;
  total: number;
}

const mostDue = 100;
const mostChanges = 50;
const firstLookBack = 7 * 86_400_000;

/** »Hvad har brug for mig, og hvad er sket siden sidst?« for the person who looks. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly sources: DueItemSources,
    private readonly feed: Feed,
  ) {}

  /** What waits for the actor in the alliance, and what changed there since their last visit. */
  async read(tx: Transaction, actor: PersonActor): Promise<Overview> {
    const due = await this.due(tx, actor);
    const [visit] = await tx.query<{ seen_at: Date }>(
      'select seen_at from reminder_visit where alliance_id = $1 and person_id = $2',
      [tx.allianceId, actor.personId],
    );
    const since = visit?.seen_at ?? new Date(tx.now().getTime() - firstLookBack);
    const types = newsTypes(actor.roles.map((held) => held.role));
    const newest = await this.feed.before(tx, undefined, types, mostChanges);
    return {
      due: due.map((row) => this.item(row)),
      dueTotal: due[0]?.total ?? 0,
      lastVisit: visit?.seen_at.toISOString() ?? null,
      changes: newest.filter((event) => new Date(event.occurredAt) > since).reverse(),
    };
  }

  /** Whether a source can say more of what waits to the person who looks than was noted. */
  canDescribe({ due }: Overview): boolean {
    return due.some(({ kind }) => this.sources.find(kind)?.describe !== undefined);
  }

  /** The same overview with what the sources say to the person who looks. */
  async describe(tx: Transaction, found: Overview): Promise<Overview> {
    const told = new Map<string, DueDescription>();
    for (const kind of new Set(found.due.map((item) => item.kind))) {
      const ids = found.due.filter((item) => item.kind === kind).map(({ subject }) => subject.id);
      const more = await this.sources.find(kind)?.describe?.(tx, [...new Set(ids)]);
      for (const [id, description] of more ?? []) told.set(`${kind} ${id}`, description);
    }
    return {
      ...found,
      due: found.due.map((item) => ({ ...item, ...told.get(`${item.kind} ${item.subject.id}`) })),
    };
  }

  /** The actor has seen what changed. */
  async noteVisit(tx: Transaction, actor: PersonActor): Promise<void> {
    await tx.query(
      `insert into reminder_visit (id, alliance_id, person_id, seen_at, created_at) values ($1, $2, $3, $4, $4)
       on conflict (alliance_id, person_id) do update set seen_at = excluded.seen_at`,
      [newId(), tx.allianceId, actor.personId, tx.now()],
    );
  }

  private due(tx: Transaction, actor: PersonActor): Promise<DueRow[]> {
    return tx.query<DueRow>(
      `select id, kind, subject_kind, subject_id, title_da, title_en, detail_da, detail_en, path, due_at, version,
         count(*) over ()::int as total
       from reminder
       where alliance_id = $1 and closed_at is null and (person_id = $2 or recipient_email = $3)
         and (snoozed_until is null or snoozed_until <= $4)
       order by due_at, id limit $5`,
      [tx.allianceId, actor.personId, normaliseEmail(actor.email) ?? actor.email, tx.now(), mostDue],
    );
  }

  private item(row: DueRow): Overview['due'][number] {
    const label = this.sources.find(row.kind)?.presents.label ?? { da: row.kind, en: row.kind };
    const { detail_da, detail_en } = row;
    return {
      reminderId: row.id,
      kind: row.kind,
      kindLabel: label,
      subject: { kind: row.subject_kind, id: row.subject_id },
      title: { da: row.title_da, en: row.title_en },
      detail: detail_da === null || detail_en === null ? null : { da: detail_da, en: detail_en },
      path: row.path,
      dueAt: row.due_at.toISOString(),
      endsOn: null,
      version: row.version,
    };
  }
}

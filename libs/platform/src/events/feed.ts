import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type AllianceRole,
  type EventEntry,
  eventCatalogue,
  type feedEvent,
  type feedPage,
} from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { actorJoins, actorName } from './actor-name.js';
import { HistoryWalls } from './history-walls.js';

/** One line of the feed as it leaves the server. */
export type FeedEvent = z.infer<typeof feedEvent>;

interface Row {
  seq: string;
  id: string;
  type: string;
  occurred_at: Date;
  actor_name: string | null;
  subject_kind: string;
  subject_id: string;
  payload: Record<string, unknown>;
}

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);

/** The types of events that somebody with these roles sees. */
export function visibleTypes(roles: readonly AllianceRole[]): string[] {
  return entries
    .filter(([, entry]) => entry.audience.some((role) => roles.includes(role)))
    .map(([type]) => type);
}

/** The types of events that are news to somebody with these roles: what they see, without what is routine. */
export function newsTypes(roles: readonly AllianceRole[]): string[] {
  const routine = new Set(entries.flatMap(([type, entry]) => (entry.routine === true ? [type] : [])));
  return visibleTypes(roles).filter((type) => !routine.has(type));
}

/** The roles that see a type of event. */
export function audienceOf(type: string): readonly AllianceRole[] {
  const entry = (eventCatalogue as Readonly<Record<string, EventEntry>>)[type];
  return entry?.audience ?? [];
}

function line(row: Row): FeedEvent {
  return {
    seq: Number(row.seq),
    id: row.id,
    type: row.type,
    occurredAt: row.occurred_at.toISOString(),
    actorName: row.actor_name,
    subject: { kind: row.subject_kind, id: row.subject_id },
    payload: row.payload,
  };
}

const select = `select s.seq, e.id, e.type, e.occurred_at, ${actorName} as actor_name, e.subject_kind, e.subject_id,
    e.payload
  from event_seal s join event e on e.id = s.event_id and e.alliance_id = s.alliance_id ${actorJoins}`;

/** The alliance's feed: sealed events in their sequence, as far as the actor may read what they are about. */
@Injectable()
export class Feed {
  constructor(private readonly walls: HistoryWalls) {}

  /** Events after a number, oldest first. */
  async after(tx: Transaction, after: number, types: readonly string[], limit: number): Promise<FeedEvent[]> {
    return this.pick(tx, 's.seq > $2', 'order by s.seq', [after, types, limit]);
  }

  /** The newest events, or those before a number; oldest first. */
  async before(
    tx: Transaction,
    before: number | undefined,
    types: readonly string[],
    limit: number,
  ): Promise<FeedEvent[]> {
    const from = before ?? Number.MAX_SAFE_INTEGER;
    const events = await this.pick(tx, 's.seq < $2', 'order by s.seq desc', [from, types, limit]);
    return events.reverse();
  }

  /** The last number of the alliance's sequence. */
  async last(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ seq: string | null }>(
      'select max(seq) as seq from event_seal where alliance_id = $1',
      [tx.allianceId],
    );
    return Number(row?.seq ?? 0);
  }

  /** A page of the feed with the last number there is. */
  async page(
    tx: Transaction,
    query: { after?: number | undefined; before?: number | undefined; limit: number },
    types: readonly string[],
  ): Promise<z.infer<typeof feedPage>> {
    const last = await this.last(tx);
    const events =
      query.after === undefined
        ? await this.before(tx, query.before, types, query.limit)
        : await this.after(tx, query.after, types, query.limit);
    return { events, last };
  }

  private async pick(
    tx: Transaction,
    beyond: string,
    order: string,
    [from, types, limit]: [number, readonly string[], number],
  ): Promise<FeedEvent[]> {
    const parameters: unknown[] = [tx.allianceId, from, types, limit];
    const seen = this.walls.sql(tx.actor, (value) => `$${String(parameters.push(value))}`);
    const rows = await tx.query<Row>(
      `${select} where s.alliance_id = $1 and ${beyond} and s.type = any ($3) and ${seen} ${order} limit $4`,
      parameters,
    );
    return rows.map(line);
  }
}

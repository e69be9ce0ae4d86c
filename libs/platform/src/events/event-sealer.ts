import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { Notifications } from '../database/notifications.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LOGGER } from '../observability/logger.js';
import { systemActor } from '../tenancy/actor.js';
import { eventChannel } from './event-log.js';

/** The channel on which the sealer says that an alliance's feed has grown. */
export const feedChannel = 'rygrad_feed';

const batch = 500;
const sweepEvery = 5_000;
/** Longer than any transaction may last, in milliseconds: an event may become visible this long after its id was made. */
export const lateness = 3_600_000;

/** The smallest UUIDv7 of an instant, in milliseconds since 1970. */
export function floorId(instant: number): string {
  const hex = Math.max(0, instant).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

interface EventRow {
  id: string;
  canonical: string;
}

/** What the history is searched for words in: what an event says, in small letters. */
const words = `lower(coalesce((select string_agg(part.value, ' ') from jsonb_each_text(e.payload) part), '')
  collate "da-x-icu")`;

/**
 * The text of an event that its hash covers; PostgreSQL makes it so that writing and verifying agree. Of what it says
 * of a person the hash covers the ciphertext, which stays when the key is destroyed.
 */
export const canonicalEvent = `(jsonb_build_array(e.id, e.alliance_id, e.type,
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_kind, e.actor_id,
  e.actor_name, e.correlation_id, e.subject_kind, e.subject_id, e.payload)
  || case when e.personal is null then '[]'::jsonb
     else jsonb_build_array(e.personal_kind, e.personal_id, encode(e.personal, 'hex')) end
  || case when e.token_id is null then '[]'::jsonb else jsonb_build_array('token', e.token_id) end)::text`;

/** SHA-256 over the hash before and the event's canonical text. */
export function chain(previous: Uint8Array, canonical: string): Buffer {
  return createHash('sha256').update(previous).update(canonical, 'utf8').digest();
}

/**
 * Gives committed events their place in the alliance's sequence, dense and in the order in which they became visible,
 * and chains each to the one before. Writers never wait for it. One sealer works on an alliance at a time.
 */
@Injectable()
export class EventSealer implements OnApplicationShutdown {
  private readonly busy = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts to seal whatever is committed, now and from now on. */
  async start(): Promise<void> {
    await this.notifications.listen(eventChannel, (allianceId) => {
      if (allianceId === '') void this.sweep(0);
      else this.seal(allianceId);
    });
    await this.sweep(0);
    this.timer = setInterval(() => void this.sweep(Date.now() - lateness), sweepEvery);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.allSettled(this.busy.values());
  }

  /** Seals all there is since an instant (milliseconds since 1970), in every alliance. */
  async sweep(since: number): Promise<void> {
    try {
      const rows = await this.database.query<{ id: string }>(
        'select id from rygrad_unsealed_alliances($1) as id',
        [floorId(since)],
      );
      for (const row of rows) this.seal(row.id);
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error }, 'looking for unsealed events failed');
    }
  }

  private seal(allianceId: string): void {
    if (this.stopped) return;
    if (this.busy.has(allianceId)) {
      this.again.add(allianceId);
      return;
    }
    const work = this.sealAll(allianceId)
      .catch((error: unknown) => {
        if (!this.stopped) this.logger.error({ err: error, allianceId }, 'sealing failed');
      })
      .finally(() => {
        this.busy.delete(allianceId);
        if (this.again.delete(allianceId)) this.seal(allianceId);
      });
    this.busy.set(allianceId, work);
  }

  private async sealAll(allianceId: string): Promise<void> {
    let sealed: number;
    do {
      sealed = await this.unitOfWork.actAs(systemActor(allianceId, 'seal events'), sealBatch);
    } while (sealed === batch && !this.stopped);
  }
}

/** Seals up to one batch of an alliance's events. @returns how many */
export async function sealBatch(tx: Transaction): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('seal:' || $1, 0))`, [tx.allianceId]);
  const [last] = await tx.query<{ seq: string; hash: Buffer; sealed_at: Date }>(
    `select seq, hash, sealed_at from event_seal where alliance_id = $1 order by seq desc limit 1`,
    [tx.allianceId],
  );
  const events = await tx.query<EventRow>(
    `select e.id, ${canonicalEvent} as canonical from event e
     where e.alliance_id = $1 and e.id > $2
       and not exists (select from event_seal s where s.event_id = e.id)
     order by e.id limit ${String(batch)}`,
    [tx.allianceId, floorId(last === undefined ? 0 : last.sealed_at.getTime() - lateness)],
  );
  if (events.length === 0) return 0;
  let hash: Buffer = last?.hash ?? Buffer.alloc(32);
  const first = Number(last?.seq ?? 0) + 1;
  const seals = events.map((event) => {
    const previous = hash;
    hash = chain(previous, event.canonical);
    return { id: event.id, previous, hash };
  });
  await tx.query(
    `insert into event_seal (alliance_id, seq, event_id, previous_hash, hash, type, occurred_at, actor_kind, actor_id,
       subject_kind, subject_id, words)
     select $1, $2::bigint + s.n - 1, s.id, s.previous, s.hash, e.type, e.occurred_at, e.actor_kind, e.actor_id,
       e.subject_kind, e.subject_id, ${words}
     from unnest($3::uuid[], $4::bytea[], $5::bytea[]) with ordinality as s (id, previous, hash, n)
       join event e on e.alliance_id = $1 and e.id = s.id`,
    [tx.allianceId, first, seals.map((s) => s.id), seals.map((s) => s.previous), seals.map((s) => s.hash)],
  );
  tx.notify(feedChannel, `${tx.allianceId}:${String(first + seals.length - 1)}`);
  return events.length;
}

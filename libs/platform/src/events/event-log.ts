import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Subject, Transaction } from '../database/transaction.js';
import { JobQueue } from '../jobs/job-queue.js';
import { correlationId } from '../observability/context.js';
import type { Actor } from '../tenancy/actor.js';
import { EventSubscriptions } from './event-subscriptions.js';

/** The channel on which processes hint that an alliance has new events to seal. */
export const eventChannel = 'rygrad_event';
/** The queue in which subscribers are told of events. */
export const eventQueue = 'platform.event';

interface WhoActed {
  readonly id: string | null;
  readonly name: string | null;
}

function whoActed(actor: Actor): WhoActed {
  if (actor.kind === 'person') return { id: actor.personId, name: actor.name };
  if (actor.kind === 'link') return { id: actor.linkId, name: actor.name };
  return { id: null, name: null };
}

const insert = `insert into event (id, alliance_id, type, occurred_at, actor_kind, actor_id, actor_name, correlation_id,
  subject_kind, subject_id, payload) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Audit trail, outbox and feed: one row per thing that happened, in the transaction in which it happened. */
@Injectable()
export class EventLog {
  constructor(
    @Inject(EventSubscriptions) private readonly subscriptions: EventSubscriptions,
    @Inject(JobQueue) private readonly jobs: JobQueue,
  ) {}

  /** Appends one event and leaves a job for each of its subscribers. @returns the event's id */
  async append<T extends EventType>(
    tx: Transaction,
    type: T,
    subject: Subject,
    payload: EventPayload<T>,
  ): Promise<string> {
    const id = newId();
    const who = whoActed(tx.actor);
    const inserted = tx.queryPrepared('event-append', insert, [
      id,
      tx.allianceId,
      type,
      tx.now(),
      tx.actor.kind,
      who.id,
      who.name,
      correlationId() ?? null,
      subject.kind,
      subject.id,
      JSON.stringify(payload),
    ]);
    const told = this.jobs.enqueue(
      tx,
      this.subscriptions.subscribersOf(type).map((subscriber) => ({
        queue: eventQueue,
        key: `${subscriber}:${id}`,
        payload: { allianceId: tx.allianceId, eventId: id, subscriber },
      })),
    );
    await inserted;
    await told;
    tx.notify(eventChannel, tx.allianceId);
    return id;
  }
}

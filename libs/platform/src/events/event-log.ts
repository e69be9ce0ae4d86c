import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Subject, Transaction } from '../database/transaction.js';
import { JobQueue } from '../jobs/job-queue.js';
import { correlationId } from '../observability/context.js';
import type { Actor } from '../tenancy/actor.js';
import type { PersonSubject } from '../person-data/person-data-source.js';
import { EventSubscriptions } from './event-subscriptions.js';
import { type PersonalValues, SubjectKeys } from './subject-keys.js';

/** The channel on which processes hint that an alliance has new events to seal. */
export const eventChannel = 'rygrad_event';
/** The queue in which subscribers are told of events. */
export const eventQueue = 'platform.event';

/** What an event says of one person; encrypted with that person's own key, and gone when the person is erased. */
export interface PersonalPart {
  readonly subject: PersonSubject;
  readonly values: PersonalValues;
}

function idOf(actor: Actor): string | null {
  if (actor.kind === 'person') return actor.personId;
  return actor.kind === 'link' ? actor.linkId : null;
}

const insert = `insert into event (id, alliance_id, type, occurred_at, actor_kind, actor_id, correlation_id,
  subject_kind, subject_id, payload, personal_kind, personal_id, personal, token_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Audit trail, outbox and feed: one row per thing that happened, in the transaction in which it happened. */
@Injectable()
export class EventLog {
  constructor(
    @Inject(EventSubscriptions) private readonly subscriptions: EventSubscriptions,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
  ) {}

  /** Appends one event and leaves a job for each of its subscribers. @returns the event's id */
  async append<T extends EventType>(
    tx: Transaction,
    type: T,
    subject: Subject,
    payload: EventPayload<T>,
    { personal }: { readonly personal?: PersonalPart } = {},
  ): Promise<string> {
    const id = newId();
    const closed = personal && (await this.subjectKeys.close(tx, personal.subject, id, personal.values));
    const inserted = tx.queryPrepared('event-append', insert, [
      id,
      tx.allianceId,
      type,
      tx.now(),
      tx.actor.kind,
      idOf(tx.actor),
      correlationId() ?? null,
      subject.kind,
      subject.id,
      JSON.stringify(payload),
      closed === undefined ? null : (personal?.subject.kind ?? null),
      closed === undefined ? null : (personal?.subject.id ?? null),
      closed ?? null,
      tx.actor.kind === 'person' ? (tx.actor.token?.id ?? null) : null,
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

import type { EntityManager } from 'typeorm';
import type { EventPayload, EventType } from '#libs/api-schema';
import type { PersonalPart } from '../events/event-log.js';
import type { Actor } from '../tenancy/actor.js';

/** Something to be done later, at least once; the same key in the same queue is one job. */
export interface JobRequest {
  readonly queue: string;
  readonly key: string;
  /** Ids only, never person data. */
  readonly payload: Readonly<{ allianceId: string }> &
    Readonly<Record<string, string | number | boolean | null>>;
  /** Not before this instant; default at once. */
  readonly runAt?: Date;
}

/** What an event is about. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** One unit of work: everything in it is saved together or not at all. */
export interface Transaction {
  readonly actor: Actor;
  readonly allianceId: string;
  /** The instant at which the unit of work began, by the injected clock. */
  now(): Date;
  /** One SQL statement with `$1` parameters. */
  query<R = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** One SQL statement that PostgreSQL keeps prepared under `name`; `sql` must always be the same for a name. */
  queryPrepared<R = Record<string, unknown>>(
    name: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<R[]>;
  /** TypeORM on the same transaction, for entities whose rules need them. */
  readonly manager: EntityManager;
  /**
   * Appends to the event log: audit, outbox and feed. What it says of a person goes into `personal`, never into the
   * payload. Answers the event's id.
   */
  append<T extends EventType>(
    type: T,
    subject: Subject,
    payload: EventPayload<T>,
    options?: { readonly personal?: PersonalPart },
  ): Promise<string>;
  /** Leaves a job to be done after the commit. */
  enqueue(job: JobRequest): Promise<void>;
  /** Hints to all processes, after the commit, that they should look at something. */
  notify(channel: string, payload: string): void;
  /** Runs after the commit, in this process only; never for what must not be lost. */
  afterCommit(then: () => void): void;
}

import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { EventPayload, EventType } from '#libs/api-schema';
import type { EventLog, PersonalPart } from '../events/event-log.js';
import type { JobQueue } from '../jobs/job-queue.js';
import type { Actor } from '../tenancy/actor.js';
import type { Database } from './database.js';
import type { Notifications } from './notifications.js';
import { sendTogether } from './send-together.js';
import type { JobRequest, Subject, Transaction } from './transaction.js';

/** What a transaction is made of besides its connection. */
export interface Mechanisms {
  readonly database: Database;
  readonly events: EventLog;
  readonly jobs: JobQueue;
  readonly notifications: Notifications;
}

/** A transaction on its connection, until it is closed. */
export class OpenTransaction implements Transaction {
  readonly allianceId: string;
  private open = true;
  private entityManager: EntityManager | undefined;
  private readonly hooks: (() => void)[] = [];

  constructor(
    readonly actor: Actor,
    private readonly client: PoolClient,
    private readonly startedAt: Date,
    private readonly mechanisms: Mechanisms,
  ) {
    this.allianceId = actor.allianceId;
  }

  now(): Date {
    return this.startedAt;
  }

  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    this.refuseWhenClosed();
    sendTogether(this.client);
    const result = await this.client.query({ text: sql, values: [...parameters] });
    return result.rows as R[];
  }

  async queryPrepared<R>(name: string, sql: string, parameters: readonly unknown[]): Promise<R[]> {
    this.refuseWhenClosed();
    sendTogether(this.client);
    const result = await this.client.query({ name, text: sql, values: [...parameters] });
    return result.rows as R[];
  }

  get manager(): EntityManager {
    this.refuseWhenClosed();
    this.entityManager ??= this.mechanisms.database.runnerOn(this.client).manager;
    return this.entityManager;
  }

  append<T extends EventType>(
    type: T,
    subject: Subject,
    payload: EventPayload<T>,
    options?: { readonly personal?: PersonalPart },
  ): Promise<string> {
    return this.mechanisms.events.append(this, type, subject, payload, options);
  }

  enqueue(job: JobRequest): Promise<void> {
    return this.mechanisms.jobs.enqueue(this, [job]);
  }

  notify(channel: string, payload: string): void {
    this.afterCommit(() => {
      this.mechanisms.notifications.hint(channel, payload);
    });
  }

  afterCommit(then: () => void): void {
    this.hooks.push(then);
  }

  committed(): void {
    for (const hook of this.hooks) hook();
  }

  close(): void {
    this.open = false;
  }

  private refuseWhenClosed(): void {
    if (!this.open) throw new Error('This unit of work is over; something was not awaited');
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { EventPayload, EventType } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { EventLog, type PersonalPart } from '../events/event-log.js';
import { JobQueue } from '../jobs/job-queue.js';
import { requestKeyAtHand } from '../observability/context.js';
import { type Actor, caseOrganisations } from '../tenancy/actor.js';
import { CLOCK } from './clock.token.js';
import { Database } from './database.js';
import { Notifications } from './notifications.js';
import type { JobRequest, Subject, Transaction } from './transaction.js';

const current = new AsyncLocalStorage<Transaction>();
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The open unit of work. @throws Error outside of one */
export function currentTransaction(): Transaction {
  const transaction = current.getStore();
  if (transaction === undefined) throw new Error('This needs a unit of work: call it inside actAs');
  return transaction;
}

function literal(ids: readonly string[]): string {
  for (const id of ids) if (!uuid.test(id)) throw new Error('An actor may only carry uuids');
  return ids.join(',');
}

/**
 * BEGIN and who acts, in one round trip. All values are checked uuids, so nothing needs quoting. Reads keep the plans
 * of their prepared statements: planning a list anew for every page costs as much as reading it.
 */
function opening(actor: Actor, mode: 'read' | 'write'): string {
  const person = actor.kind === 'person' ? literal([actor.personId]) : '';
  const plans = mode === 'read' ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : '';
  return `begin${mode === 'read' ? ' read only' : ''};
    select set_config('app.alliances', '{${literal([actor.allianceId])}}', true),
      set_config('app.organisations', '{${literal(caseOrganisations(actor))}}', true),
      set_config('app.person', '${person}', true),
      set_config('app.system', '${actor.kind === 'system' ? 'on' : 'off'}', true)${plans}`;
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

const held = new WeakSet<Corkable>();

/** What is sent on a connection in one go of the event loop leaves in one piece: a system call costs more than a query. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Corkable } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

/** Whatever happens, happens inside one of these (security.md 3): the only way to the database for features. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly jobs: JobQueue,
    private readonly notifications: Notifications,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction as `actor`. Inside another unit of work of the same alliance it joins that one.
   * @throws whatever `work` throws, after undoing everything
   */
  async actAs<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const open = current.getStore();
    if (open !== undefined) return this.join(open, actor, work);
    return this.run(actor, 'write', work);
  }

  /** As {@link actAs} but read-only: the answer does not wait for the end of the transaction. */
  async readAs<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const open = current.getStore();
    if (open !== undefined) return this.join(open, actor, work);
    return this.run(actor, 'read', work);
  }

  /**
   * As {@link readAs} for work that sends exactly one statement, and at once: transaction, statement and end travel
   * together. A second statement is refused.
   */
  async readOnceAs<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const open = current.getStore();
    if (open !== undefined) return this.join(open, actor, work);
    const client = await this.database.pool.connect();
    sendTogether(client);
    client.query(opening(actor, 'read')).catch(() => undefined);
    const transaction = this.transactionOn(client, actor);
    const pending = current.run(transaction, () => work(transaction));
    transaction.close();
    this.endRead(client);
    return pending;
  }

  private join<T>(open: Transaction, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (open.actor !== actor && (open.allianceId !== actor.allianceId || open.actor.kind !== actor.kind))
      throw new Error('A unit of work cannot change its actor half way');
    return work(open);
  }

  private async run<T>(
    actor: Actor,
    mode: 'read' | 'write',
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const client = await this.database.pool.connect();
    sendTogether(client);
    const begun = client.query(opening(actor, mode));
    begun.catch(() => undefined);
    const transaction = this.transactionOn(client, actor);
    try {
      const result = await current.run(transaction, () => work(transaction));
      if (mode === 'read') {
        this.endRead(client);
        return result;
      }
      await begun;
      this.noteRequest(client);
      await this.commit(client);
      client.release();
      transaction.committed();
      return result;
    } catch (error) {
      await this.rollback(client);
      throw error;
    } finally {
      transaction.close();
    }
  }

  /** What a request may do once only says with its own commit that it was done: a crash after it cannot hide that. */
  private noteRequest(client: PoolClient): void {
    const request = requestKeyAtHand();
    if (request === undefined) return;
    sendTogether(client);
    // A failure makes the commit fail.
    client
      .query('update idempotency set acted_at = $3 where person_id = $1 and key = $2 and acted_at is null', [
        request.personId,
        request.key,
        this.clock.now(),
      ])
      .catch(() => undefined);
  }

  private transactionOn(client: PoolClient, actor: Actor): OpenTransaction {
    return new OpenTransaction(actor, client, this.clock.now(), {
      database: this.database,
      events: this.events,
      jobs: this.jobs,
      notifications: this.notifications,
    });
  }

  /** Nothing is lost when the end of a read fails: its connection is thrown away. */
  private endRead(client: PoolClient): void {
    client.query('commit').then(
      () => {
        client.release();
      },
      (error: unknown) => {
        client.release(error instanceof Error ? error : true);
      },
    );
  }

  /** A transaction in which a statement failed answers COMMIT with ROLLBACK: that must not look like success. */
  private async commit(client: PoolClient): Promise<void> {
    const answer = await client.query('commit');
    if (answer.command !== 'COMMIT') throw new Error('The transaction was rolled back by the database');
  }

  private async rollback(client: PoolClient): Promise<void> {
    try {
      await client.query('rollback');
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }
}

interface Mechanisms {
  readonly database: Database;
  readonly events: EventLog;
  readonly jobs: JobQueue;
  readonly notifications: Notifications;
}

class OpenTransaction implements Transaction {
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

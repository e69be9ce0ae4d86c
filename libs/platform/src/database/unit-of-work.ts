import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Clock } from '#libs/kernel';
import { EventLog } from '../events/event-log.js';
import { JobQueue } from '../jobs/job-queue.js';
import { requestKeyAtHand } from '../observability/context.js';
import type { Actor } from '../tenancy/actor.js';
import { CLOCK } from './clock.token.js';
import { Database } from './database.js';
import { Notifications } from './notifications.js';
import { OpenTransaction } from './open-transaction.js';
import { opening } from './opening.js';
import { sendTogether } from './send-together.js';
import type { Transaction } from './transaction.js';

const current = new AsyncLocalStorage<Transaction>();

/** The open unit of work. @throws Error outside of one */
export function currentTransaction(): Transaction {
  const transaction = current.getStore();
  if (transaction === undefined) throw new Error('This needs a unit of work: call it inside actAs');
  return transaction;
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

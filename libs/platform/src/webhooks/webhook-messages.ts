import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../access/access.js';
import type { JobRequest, Transaction } from '../database/transaction.js';
import { JobQueue } from '../jobs/job-queue.js';
import { findMessage } from './message-row.js';
import { testType, webhookTypes } from './webhook-message.js';
import { namesOf } from './webhook-row.js';
import { Webhooks } from './webhooks.js';

/** The queue in which messages wait for their next try. */
export const webhookQueue = 'platform.webhook';
/** The most messages that are set to be sent again at once. */
const mostReplayed = 5000;

/** A job for a message's next try. */
export function tryJob(
  allianceId: string,
  message: { id: string; round: number; tries: number },
  runAt?: Date,
): JobRequest {
  return {
    queue: webhookQueue,
    key: `${message.id}:${String(message.round)}:${String(message.tries)}`,
    payload: { allianceId, messageId: message.id },
    ...(runAt === undefined ? {} : { runAt }),
  };
}

/** Messages to webhooks: making them, and sending them again. */
@Injectable()
export class WebhookMessages {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly jobs: JobQueue,
  ) {}

  /** Leaves a message that says nothing, to try a webhook out. @returns its id */
  async test(tx: Transaction, webhookId: string): Promise<string> {
    await this.activeWebhook(tx, webhookId);
    const id = newId();
    await tx.query(
      `insert into webhook_message (id, alliance_id, webhook_id, type, created_at, next_at) values ($1, $2, $3, $4, $5, $5)`,
      [id, tx.allianceId, webhookId, testType, tx.now()],
    );
    await tx.enqueue(tryJob(tx.allianceId, { id, round: 0, tries: 0 }));
    return id;
  }

  /** Sends one message again, under its old id. @throws DomainError integrations/delivery-waits, integrations/webhook-paused */
  async replayOne(tx: Transaction, webhookId: string, id: string): Promise<void> {
    const webhook = await this.activeWebhook(tx, webhookId);
    const row = await findMessage(tx, id);
    if (row.webhook_id !== webhookId) throw notFound();
    if (row.state === 'pending') throw new DomainError<ErrorCode>('integrations/delivery-waits');
    await this.startRound(tx, [id]);
    await tx.append(
      'integrations.messages-replayed',
      { kind: 'webhook', id: webhookId },
      { ...namesOf(webhook), count: 1 },
    );
  }

  /**
   * Sends everything since an instant again, also what this webhook was not told of then.
   * @returns how many messages
   */
  async replaySince(tx: Transaction, webhookId: string, since: Date): Promise<number> {
    const webhook = await this.activeWebhook(tx, webhookId);
    const types = webhook.types.length === 0 ? webhookTypes : webhook.types;
    const events = await tx.query<{ id: string; type: string }>(
      `select e.id, e.type from event_seal s join event e on e.id = s.event_id and e.alliance_id = s.alliance_id
       where s.alliance_id = $1 and e.occurred_at >= $2 and e.type = any ($3) order by s.seq limit ${String(mostReplayed)}`,
      [tx.allianceId, since, types],
    );
    await this.add(tx, webhookId, events);
    const messages = await tx.query<{ id: string }>(
      `select m.id from webhook_message m where m.alliance_id = $1 and m.webhook_id = $2 and m.event_id = any ($3)
         and m.state <> 'pending' order by m.event_id`,
      [tx.allianceId, webhookId, events.map(({ id }) => id)],
    );
    await this.startRound(
      tx,
      messages.map(({ id }) => id),
    );
    const count = events.length;
    await tx.append(
      'integrations.messages-replayed',
      { kind: 'webhook', id: webhookId },
      { ...namesOf(webhook), count },
    );
    return count;
  }

  /** Makes messages of events, and leaves their first try; an event that has one already is left alone. */
  async add(
    tx: Transaction,
    webhookId: string,
    events: readonly { id: string; type: string }[],
  ): Promise<void> {
    if (events.length === 0) return;
    const made = await tx.query<{ id: string }>(
      `insert into webhook_message (id, alliance_id, webhook_id, event_id, type, created_at, next_at)
       select n.id, $2, $3, n.event_id, n.type, $6, $6 from unnest($1::uuid[], $4::uuid[], $5::text[]) as n (id, event_id, type)
       on conflict (webhook_id, event_id) do nothing returning id`,
      [
        events.map(() => newId()),
        tx.allianceId,
        webhookId,
        events.map(({ id }) => id),
        events.map(({ type }) => type),
        tx.now(),
      ],
    );
    await this.jobs.enqueue(
      tx,
      made.map(({ id }) => tryJob(tx.allianceId, { id, round: 0, tries: 0 })),
    );
  }

  /** Begins a new round of tries for messages. */
  async startRound(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const begun = await tx.query<{ id: string; round: number }>(
      `update webhook_message set state = 'pending', round = round + 1, attempts_this_round = 0, next_at = $3
       where alliance_id = $1 and id = any ($2) returning id, round`,
      [tx.allianceId, ids, tx.now()],
    );
    await this.jobs.enqueue(
      tx,
      begun.map(({ id, round }) => tryJob(tx.allianceId, { id, round, tries: 0 })),
    );
  }

  private async activeWebhook(tx: Transaction, id: string) {
    const webhook = await this.webhooks.find(tx, id);
    if (webhook.state === 'paused') throw new DomainError<ErrorCode>('integrations/webhook-paused');
    return webhook;
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, webhookMessageDetail, webhookMessagesQuery } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../access/access.js';
import type { JobRequest, Transaction } from '../database/transaction.js';
import { JobQueue } from '../jobs/job-queue.js';
import { defineList, type ListJson, listPage } from '../read-model/list.js';
import { messageBody, testType, webhookTypes } from './webhook-message.js';
import { namesOf } from './webhook-row.js';
import { Webhooks } from './webhooks.js';

/** The queue in which messages wait for their next try. */
export const webhookQueue = 'platform.webhook';
/** The most messages that are set to be sent again at once. */
const mostReplayed = 5000;

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const log = defineList({
  name: 'webhook-messages',
  from: 'webhook_message m',
  where: 'm.alliance_id = $alliance',
  id: 'm.id',
  json: {
    id: 'm.id',
    type: 'm.type',
    eventId: 'm.event_id',
    state: 'm.state',
    attempts: 'm.attempts',
    status: 'm.status',
    tookMs: 'm.took_ms',
    fault: 'm.fault',
    nextAt: iso('m.next_at'),
    createdAt: iso('m.created_at'),
    attemptedAt: iso('m.attempted_at'),
  },
  sorts: { created: { sql: 'm.created_at', type: 'timestamptz' } },
  filters: { state: 'm.state = any ($value)', webhookId: 'm.webhook_id = $value::uuid' },
});

/** A message with the event it is about, as rows have it. */
export interface MessageRow {
  readonly id: string;
  readonly webhook_id: string;
  readonly event_id: string | null;
  readonly type: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly round: number;
  readonly attempts: number;
  readonly attempts_this_round: number;
  readonly status: number | null;
  readonly took_ms: number | null;
  readonly fault: string | null;
  readonly next_at: Date | null;
  readonly created_at: Date;
  readonly attempted_at: Date | null;
  readonly occurred_at: Date | null;
  readonly seq: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly payload: Record<string, unknown> | null;
}

/** What is sent for a message. */
export function bodyOf(row: MessageRow, allianceId: string): string {
  return messageBody({
    type: row.type,
    occurredAt: row.occurred_at ?? row.created_at,
    id: row.event_id ?? row.id,
    allianceId,
    seq: row.seq === null ? null : Number(row.seq),
    subject: { kind: row.subject_kind ?? 'webhook', id: row.subject_id ?? row.webhook_id },
    payload: row.payload ?? {},
  });
}

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

/** Messages to webhooks: what was sent, what waits, and sending again. */
@Injectable()
export class WebhookMessages {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly jobs: JobQueue,
  ) {}

  /** The log of one webhook, newest first. */
  async list(
    tx: Transaction,
    webhookId: string,
    query: z.output<typeof webhookMessagesQuery>,
  ): Promise<ListJson> {
    const [known] = await tx.query('select from webhook where alliance_id = $1 and id = $2', [
      tx.allianceId,
      webhookId,
    ]);
    if (known === undefined) throw notFound();
    return listPage(tx, log, { ...query, sort: '-created', webhookId }, { sql: '(true)', params: [] });
  }

  /** One message: what is sent, and every try. */
  async read(tx: Transaction, webhookId: string, id: string): Promise<z.infer<typeof webhookMessageDetail>> {
    const row = await this.find(tx, id);
    if (row.webhook_id !== webhookId) throw notFound();
    const tries = await tx.query<{
      attempted_at: Date;
      status: number | null;
      took_ms: number;
      fault: string | null;
      answer: string;
    }>(
      `select attempted_at, status, took_ms, fault, answer from webhook_attempt
       where alliance_id = $1 and message_id = $2 order by id desc limit 50`,
      [tx.allianceId, id],
    );
    return {
      id: row.id,
      type: row.type,
      eventId: row.event_id,
      state: row.state,
      attempts: row.attempts,
      status: row.status,
      tookMs: row.took_ms,
      fault: row.fault,
      nextAt: row.next_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      attemptedAt: row.attempted_at?.toISOString() ?? null,
      body: bodyOf(row, tx.allianceId),
      tries: tries.map((one) => ({
        attemptedAt: one.attempted_at.toISOString(),
        status: one.status,
        tookMs: one.took_ms,
        fault: one.fault,
        answer: one.answer,
      })),
    };
  }

  /** A message with its event. @throws DomainError platform/not-found */
  async find(tx: Transaction, id: string): Promise<MessageRow> {
    const [row] = await tx.query<MessageRow>(
      `select m.id, m.webhook_id, m.event_id, m.type, m.state, m.round, m.attempts, m.attempts_this_round, m.status,
         m.took_ms, m.fault, m.next_at, m.created_at, m.attempted_at, e.occurred_at, s.seq, e.subject_kind, e.subject_id,
         e.payload
       from webhook_message m
         left join event e on e.id = m.event_id and e.alliance_id = m.alliance_id
         left join event_seal s on s.event_id = e.id and s.alliance_id = m.alliance_id
       where m.alliance_id = $1 and m.id = $2`,
      [tx.allianceId, id],
    );
    if (row === undefined) throw notFound();
    return row;
  }

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
    const row = await this.find(tx, id);
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

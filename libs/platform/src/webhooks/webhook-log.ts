import type { z } from 'zod';
import type { webhookMessageDetail, webhookMessagesQuery } from '#libs/api-schema';
import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { defineList, type ListJson, listPage } from '../read-model/list.js';
import { bodyOf, findMessage } from './message-row.js';

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

/** The log of one webhook, newest first. */
export async function listMessages(
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
export async function readMessage(
  tx: Transaction,
  webhookId: string,
  id: string,
): Promise<z.infer<typeof webhookMessageDetail>> {
  const row = await findMessage(tx, id);
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

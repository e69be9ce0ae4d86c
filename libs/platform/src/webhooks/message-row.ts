import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { messageBody } from './webhook-message.js';

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

/** A message with its event. @throws DomainError platform/not-found */
export async function findMessage(tx: Transaction, id: string): Promise<MessageRow> {
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

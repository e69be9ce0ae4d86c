import type { pauseReasons, webhook as webhookSchema } from '#libs/api-schema';
import type { z } from 'zod';

/** A webhook's row. */
export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly types: string[];
  readonly secret: Buffer;
  readonly previous_secret: Buffer | null;
  readonly previous_until: Date | null;
  readonly state: 'active' | 'paused';
  readonly pause_reason: (typeof pauseReasons)[number] | null;
  readonly failing_since: Date | null;
  readonly last_delivered_at: Date | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly version: number;
}

/** The columns of {@link WebhookRow}, of `webhook w`. */
export const webhookColumns = `w.id, w.name, w.url, w.types, w.secret, w.previous_secret, w.previous_until, w.state,
  w.pause_reason, w.failing_since, w.last_delivered_at, w.created_by, w.created_at, w.version`;

/** Where a webhook's secret lies, for the key ring. */
export function secretContext(column: 'secret' | 'previous_secret', id: string): string {
  return `webhook.${column}:${id}`;
}

/** What an event says of a webhook. */
export function namesOf(row: Pick<WebhookRow, 'name' | 'url'>): { webhookName: string; host: string } {
  return { webhookName: row.name, host: new URL(row.url).host };
}

/** A webhook as it is shown: never its secret. */
export function shownWebhook(
  row: WebhookRow & { waiting: number },
  now: Date,
): z.infer<typeof webhookSchema> {
  const until = row.previous_until !== null && row.previous_until > now ? row.previous_until : null;
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    types: row.types,
    state: row.state,
    pauseReason: row.pause_reason,
    failingSince: row.failing_since?.toISOString() ?? null,
    previousSecretUntil: until?.toISOString() ?? null,
    waiting: row.waiting,
    lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

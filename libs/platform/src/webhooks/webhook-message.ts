import { type EventEntry, eventCatalogue } from '#libs/api-schema';

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);

/** Types of events a webhook may be told of: what the secretariat sees, and nothing that happened to young people. */
export const webhookTypes: readonly string[] = entries
  .filter(([, { audience }]) => audience.includes('secretariat'))
  .map(([type]) => type)
  .filter((type) => !type.startsWith('participants.'));

/** The type of the message by which a webhook is tried out. */
export const testType = 'webhook.test';

/** The event a message is about, or the message itself when it is a test. */
export interface MessageContent {
  readonly type: string;
  readonly occurredAt: Date;
  readonly id: string;
  readonly allianceId: string;
  readonly seq: number | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * What is sent, in the form Standard Webhooks proposes: thin, and the same text at every try. What an event says of a
 * person lies apart from its payload and never leaves.
 */
export function messageBody({
  type,
  occurredAt,
  id,
  allianceId,
  seq,
  subject,
  payload,
}: MessageContent): string {
  return JSON.stringify({
    type,
    timestamp: occurredAt.toISOString(),
    data: { id, allianceId, seq, subject, payload },
  });
}

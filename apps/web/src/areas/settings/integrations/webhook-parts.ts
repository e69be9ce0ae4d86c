/** The parts of the product that a webhook can be told of, in the order of their weight: the modules of the events. */
export const webhookParts = [
  ...(['partner-contracts', 'enquiries', 'alliances', 'agendas', 'meetings', 'measurements'] as const),
  ...(['portfolio', 'reminders', 'links', 'delivery', 'participants', 'person-data'] as const),
  ...(['access', 'audit', 'integrations', 'other'] as const),
] as const;

/** One of {@link webhookParts}. */
export type WebhookPart = (typeof webhookParts)[number];

/** The part that a type of event belongs to. */
export function partOf(type: string): WebhookPart {
  return webhookParts.find((part) => type.startsWith(`${part}.`)) ?? 'other';
}

import type { DeliveryState, Locale } from '#libs/api-schema';
import type { CheckedDelivery } from './delivery-checks.js';

/** A row of `delivery`, as the sending side reads it. */
export interface DeliveryRow {
  readonly id: string;
  readonly alliance_id: string;
  readonly template: string;
  readonly locale: Locale;
  readonly recipient_name: string;
  readonly recipient_email: string;
  readonly reply_to_name: string | null;
  readonly reply_to_email: string | null;
  readonly sender_name: string | null;
  readonly about_kind: string;
  readonly about_id: string;
  readonly automatic: boolean;
  readonly check_name: string | null;
  readonly attachments: readonly string[];
  readonly content: Buffer | null;
  readonly message_id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly claimed_at: Date | null;
}

/** The columns of {@link DeliveryRow}. */
export const deliveryColumns = `id, alliance_id, template, locale, recipient_name, recipient_email, reply_to_name,
  reply_to_email, sender_name, about_kind, about_id, automatic, check_name, attachments, content, message_id, state,
  attempts, claimed_at`;

/** What a check is told of a row. */
export function checkedOf(row: DeliveryRow): CheckedDelivery {
  return {
    id: row.id,
    about: { kind: row.about_kind, id: row.about_id },
    to: { name: row.recipient_name, email: row.recipient_email, locale: row.locale },
  };
}

import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, normaliseEmail } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { SealedColumns } from '../secrets/sealed-columns.js';
import { DELIVERY_SETTINGS, type DeliverySettings } from './delivery-settings.js';
import { nextState } from './delivery-state.js';
import { type DeliveryRow, deliveryColumns } from './delivery-row.js';
import type { MailContent, MailRecipient, MailTemplate } from './mail-content.js';
import { deliveryContent, sealContent } from './sealed-content.js';

/** The queue in which mails wait. */
export const deliveryQueue = 'platform.delivery';

/** A mail to be sent. */
export interface MailRequest<P> {
  readonly template: MailTemplate<P>;
  readonly params: P;
  readonly to: MailRecipient;
  /** Unique in the alliance: the same key twice is one mail. */
  readonly key: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly attachments?: readonly { readonly fileId: string }[];
  /** Name of a registered check that is asked right before sending. */
  readonly check?: string;
  /** Where an answer goes; a person, never the installation. */
  readonly replyTo?: { readonly name: string; readonly email: string };
  /** The name shown as sender, e.g. the alliance's; the address is always the installation's. */
  readonly senderName?: string;
  /** Sent by the clock and not by a person's act. */
  readonly automatic?: boolean;
}

/** Where modules leave their mails: a row and a job in the causing transaction, sent after its commit. */
@Injectable()
export class Mailer {
  constructor(
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
    sealedColumns: SealedColumns,
  ) {
    sealedColumns.register(deliveryContent);
  }

  /**
   * Leaves a mail.
   * @returns the delivery's id; that of the earlier mail when the key was used before
   * @throws DomainError `delivery/bad-address`
   */
  async queue<P>(tx: Transaction, mail: MailRequest<P>): Promise<string> {
    const id = newId();
    const email = normaliseEmail(mail.to.email);
    if (email === null) throw new DomainError('delivery/bad-address');
    const content: MailContent = mail.template[mail.to.locale](mail.params);
    const [row] = await tx.query<{ id: string }>(
      `insert into delivery (id, alliance_id, key, template, locale, recipient_name, recipient_email, reply_to_name,
         reply_to_email, sender_name, about_kind, about_id, automatic, has_person_data, check_name, attachments,
         content, message_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
       on conflict (alliance_id, key) do nothing returning id`,
      [
        id,
        tx.allianceId,
        mail.key,
        mail.template.name,
        mail.to.locale,
        mail.to.name,
        email,
        mail.replyTo?.name ?? null,
        mail.replyTo?.email ?? null,
        mail.senderName ?? null,
        mail.about.kind,
        mail.about.id,
        mail.automatic ?? false,
        mail.template.hasPersonData ?? false,
        mail.check ?? null,
        (mail.attachments ?? []).map((file) => file.fileId),
        sealContent(this.settings.keyRing, id, content),
        `${id}@${this.settings.from.email.split('@')[1] ?? 'localhost'}`,
        tx.now(),
      ],
    );
    if (row === undefined) return this.idOf(tx, mail.key);
    await tx.enqueue({
      queue: deliveryQueue,
      key: id,
      payload: { allianceId: tx.allianceId, deliveryId: id },
    });
    return id;
  }

  /**
   * Sends a mail again that is uncertain, failed or was only shown on screen: a person's decision.
   * @throws DomainError `platform/not-found`, `delivery/cannot-resend`, `delivery/content-gone`
   */
  async resend(tx: Transaction, deliveryId: string): Promise<void> {
    const [row] = await tx.query<DeliveryRow>(
      `select ${deliveryColumns} from delivery where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, deliveryId],
    );
    if (row === undefined) throw new DomainError('platform/not-found');
    if (nextState(row.state, 'resend') === undefined) throw new DomainError('delivery/cannot-resend');
    if (row.content === null) throw new DomainError('delivery/content-gone');
    await tx.query(
      `update delivery set state = 'pending', code = null, settled_at = null where alliance_id = $1 and id = $2`,
      [tx.allianceId, row.id],
    );
    await tx.enqueue({
      queue: deliveryQueue,
      key: `${row.id}:again:${String(row.attempts)}`,
      payload: { allianceId: tx.allianceId, deliveryId: row.id },
    });
    const about = { kind: row.about_kind, id: row.about_id };
    await tx.append('delivery.mail-resent', about, { template: row.template });
  }

  private async idOf(tx: Transaction, key: string): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      'select id from delivery where alliance_id = $1 and key = $2',
      [tx.allianceId, key],
    );
    if (row === undefined)
      throw new Error('a mail with this key is being queued by a transaction that was undone');
    return row.id;
  }
}

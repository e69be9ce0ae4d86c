import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { DeliveryChecks } from './delivery-checks.js';
import { checkedOf, type DeliveryRow, deliveryColumns } from './delivery-row.js';
import { DELIVERY_SETTINGS, type DeliverySettings } from './delivery-settings.js';
import type { MailAttachment, MailContent, OutgoingMail } from './mail-content.js';
import { deliveryQueue } from './mailer.js';
import { openContent, sealContent } from './sealed-content.js';
import { SettleDelivery } from './settle-delivery.js';

/** A mail taken for sending: this attempt's number and what goes over the wire. */
export interface ClaimedDelivery {
  readonly row: DeliveryRow;
  readonly attempt: number;
  readonly mail: OutgoingMail;
}

/** Takes a mail for sending, in a transaction that is committed before anything is sent. */
@Injectable()
export class ClaimDelivery {
  constructor(
    private readonly checks: DeliveryChecks,
    private readonly settle: SettleDelivery,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  /**
   * Claims the mail: asks its check, notes `sending`, and leaves a watch job that tells an attempt nobody ended.
   * @returns undefined when there is nothing to send: settled, dropped, or in somebody's hands
   */
  async claim(tx: Transaction, deliveryId: string): Promise<ClaimedDelivery | undefined> {
    const [row] = await tx.query<DeliveryRow>(
      `select ${deliveryColumns} from delivery where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, deliveryId],
    );
    if (row?.state === 'sending') await this.giveUpWhenLeaseIsOver(tx, row);
    if (row?.state !== 'pending' || row.content === null) return undefined;
    const verdict = (await this.checks.of(row.check_name)?.compose(tx, checkedOf(row))) ?? 'as-queued';
    if (verdict === 'unwanted') {
      await this.settle.drop(tx, row);
      return undefined;
    }
    const queued = openContent(this.settings.keyRing, row.id, row.content);
    const content = verdict === 'as-queued' ? queued : verdict;
    const attempt = row.attempts + 1;
    await this.note(tx, row, attempt, content);
    return { row, attempt, mail: await this.compose(tx, row, content) };
  }

  private async note(
    tx: Transaction,
    row: DeliveryRow,
    attempt: number,
    content: MailContent,
  ): Promise<void> {
    await tx.query(
      `update delivery set state = 'sending', attempts = $3, claimed_at = $4, content = $5
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, row.id, attempt, tx.now(), sealContent(this.settings.keyRing, row.id, content)],
    );
    await tx.enqueue({
      queue: deliveryQueue,
      key: `${row.id}:watch:${String(attempt)}`,
      payload: { allianceId: tx.allianceId, deliveryId: row.id },
      runAt: new Date(tx.now().getTime() + this.settings.leaseMs),
    });
  }

  /** An attempt without an end may or may not have got through: it is never repeated by itself. */
  private async giveUpWhenLeaseIsOver(tx: Transaction, row: DeliveryRow): Promise<void> {
    const claimedAt = row.claimed_at?.getTime() ?? 0;
    if (claimedAt + this.settings.leaseMs > tx.now().getTime()) return;
    await this.settle.after(tx, row.id, row.attempts, { kind: 'unknown', code: 'interrupted' });
  }

  private async compose(tx: Transaction, row: DeliveryRow, content: MailContent): Promise<OutgoingMail> {
    return {
      messageId: row.message_id,
      from: { name: row.sender_name ?? this.settings.from.name, email: this.settings.from.email },
      to: checkedOf(row).to,
      ...(row.reply_to_email !== null && {
        replyTo: { name: row.reply_to_name ?? '', email: row.reply_to_email },
      }),
      content,
      automatic: row.automatic,
      attachments: await this.attachments(tx, row.attachments),
    };
  }

  private async attachments(tx: Transaction, ids: readonly string[]): Promise<MailAttachment[]> {
    if (ids.length === 0) return [];
    const files = await tx.query<{ name: string; media_type: string; bytes: Buffer }>(
      `select name, media_type, bytes from file where alliance_id = $1 and id = any ($2)
       order by array_position($2::uuid[], id)`,
      [tx.allianceId, ids],
    );
    if (files.length < new Set(ids).size) throw new Error('a file that goes with a mail is not there');
    return files.map((file) => ({ name: file.name, mediaType: file.media_type, bytes: file.bytes }));
  }
}

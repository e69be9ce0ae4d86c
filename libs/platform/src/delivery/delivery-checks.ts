import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import type { MailContent } from './mail-content.js';

/** The mail a check is asked about. */
export interface CheckedDelivery {
  readonly id: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly to: { readonly name: string; readonly email: string; readonly locale: 'da' | 'en' };
}

/** What a check says of a mail: send it as it is, leave it, or say this instead. */
export type Verdict = 'as-queued' | 'unwanted' | MailContent;

/** Asked in the transaction that claims a mail, right before it is sent, and told what became of it. */
export interface DeliveryCheck {
  /** Is the mail still wanted, and what does it say now? Fresh links are issued here. */
  compose(tx: Transaction, delivery: CheckedDelivery): Promise<Verdict>;
  /** Told in the transaction that writes the mail's new state. */
  settled?(tx: Transaction, delivery: CheckedDelivery, state: DeliveryState): Promise<void>;
}

/** The checks that modules registered, by the name that the mails carry. */
@Injectable()
export class DeliveryChecks {
  private readonly checks = new Map<string, DeliveryCheck>();

  /** @param name stable, module first: `reminders.digest` */
  register(name: string, check: DeliveryCheck): void {
    if (this.checks.has(name)) throw new Error(`the delivery check ${name} is registered twice`);
    this.checks.set(name, check);
  }

  /**
   * The check of a mail; undefined when it carries none.
   * @throws Error when it carries one that this process does not know: such a mail must wait
   */
  of(name: string | null): DeliveryCheck | undefined {
    if (name === null) return undefined;
    const check = this.checks.get(name);
    if (check === undefined) throw new Error(`no module registered the delivery check ${name}`);
    return check;
  }
}

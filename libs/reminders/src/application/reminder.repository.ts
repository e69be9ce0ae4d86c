import type { ReminderState } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';
import type { WaitingReminder } from '../domain/digest.js';
import type { ReminderTransition } from '../domain/reminder-state.js';
import type { BothLanguages, DueItem, NotedItem } from './due-item-source.js';

/** A due item about to be noted; its address is tidied, or marked as one that no mail can go to. */
export interface NewReminder {
  readonly item: DueItem;
  readonly email: string;
  readonly reachable: boolean;
}

/** A reminder as sending needs it. */
export interface StoredReminder extends NotedItem, WaitingReminder {
  readonly id: string;
  readonly title: BothLanguages;
  readonly detail: BothLanguages | undefined;
  readonly path: string;
  readonly state: ReminderState;
  readonly closed: boolean;
}

/** A reminder as a person's change needs it. */
export interface ChangedReminder {
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly state: ReminderState;
  readonly version: number;
  readonly closed: boolean;
  /** For the policy: whose it is. */
  readonly columns: { readonly person_id: string | null; readonly recipient_email: string };
}

/** Where reminders are kept. All of it within the transaction's alliance. */
export abstract class ReminderRepository {
  /** Lets one scan of the alliance at a time on, until the transaction ends. */
  abstract lock(tx: Transaction): Promise<void>;
  /** Notes what is due; what was noted before stays as it is, what was closed as no longer due waits again. */
  abstract note(tx: Transaction, items: readonly NewReminder[], sendAt: Date): Promise<number>;
  /** The open reminders of a kind. */
  abstract listOpen(tx: Transaction, kind: string): Promise<readonly StoredReminder[]>;
  /** Closes reminders; those that have not gone out are dropped. */
  abstract close(tx: Transaction, ids: readonly string[], as: 'done' | 'not_due'): Promise<void>;
  /** What may go out now and is in no mail yet. */
  abstract listWaiting(tx: Transaction): Promise<readonly StoredReminder[]>;
  /** Reminder mails per address since an instant. */
  abstract countMails(tx: Transaction, since: Date): Promise<ReadonlyMap<string, number>>;
  /** Puts reminders off until an instant. */
  abstract postpone(tx: Transaction, ids: readonly string[], sendAt: Date): Promise<void>;
  /** Puts reminders into a mail. */
  abstract attach(tx: Transaction, ids: readonly string[], deliveryId: string): Promise<void>;
  /** The reminders of a mail, locked; those closed since it was left among them. */
  abstract listOfDelivery(tx: Transaction, deliveryId: string): Promise<readonly StoredReminder[]>;
  /** Moves reminders on, as far as their states allow. @returns those that moved */
  abstract move(
    tx: Transaction,
    ids: readonly string[],
    transition: ReminderTransition,
  ): Promise<readonly string[]>;
  /** One reminder, locked. */
  abstract findForChange(tx: Transaction, id: string): Promise<ChangedReminder | undefined>;
  /** Puts one reminder off by a person's wish; it goes out again even when it had been sent. */
  abstract snooze(tx: Transaction, id: string, until: Date): Promise<void>;
}

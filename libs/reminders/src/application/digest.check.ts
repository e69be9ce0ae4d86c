import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '#libs/api-schema';
import {
  Addresses,
  type CheckedDelivery,
  type DeliveryCheck,
  type Transaction,
  type Verdict,
} from '#libs/platform';
import type { ReminderTransition } from '../domain/reminder-state.js';
import { readAlliance } from './alliance-name.query.js';
import { DueItemSources } from './due-item-sources.js';
import { ReminderRepository, type StoredReminder } from './reminder.repository.js';
import { digestMail } from './reminders.mails.js';

/** The name under which mails of reminders are checked. */
export const digestCheck = 'reminders.digest';

const followed: Readonly<Record<DeliveryState, ReminderTransition | undefined>> = {
  pending: 'postponed',
  sending: undefined,
  sent: 'sent',
  uncertain: 'uncertain',
  failed: 'failed',
  on_screen: 'on_screen',
  dropped: 'dropped',
};

/** Right before a reminder mail leaves: what is still due, with fresh links; afterwards: what became of it. */
@Injectable()
export class DigestCheck implements DeliveryCheck {
  constructor(
    private readonly sources: DueItemSources,
    private readonly reminders: ReminderRepository,
    private readonly addresses: Addresses,
  ) {}

  async compose(tx: Transaction, delivery: CheckedDelivery): Promise<Verdict> {
    const reminders = await this.reminders.listOfDelivery(tx, delivery.id);
    const [due, over] = await this.sort(
      tx,
      reminders.filter((reminder) => !reminder.closed),
    );
    await this.reminders.close(tx, idsOf(over), 'not_due');
    if (due.length === 0) return 'unwanted';
    await this.reminders.move(tx, idsOf(due), 'sending');
    const alliance = await readAlliance(tx);
    const { locale, name } = delivery.to;
    const items = [];
    for (const reminder of due) {
      const detail = reminder.detail?.[locale];
      items.push({
        title: reminder.title[locale],
        url: await this.linkTo(tx, reminder, alliance.slug),
        ...(detail !== undefined && { detail }),
      });
    }
    return digestMail[locale]({ allianceName: alliance.name, recipientName: name, items });
  }

  async settled(tx: Transaction, delivery: CheckedDelivery, state: DeliveryState): Promise<void> {
    const transition = followed[state];
    if (transition === undefined) return;
    const reminders = await this.reminders.listOfDelivery(tx, delivery.id);
    const moved = new Set(await this.reminders.move(tx, idsOf(reminders), transition));
    if (transition !== 'sent') return;
    for (const reminder of reminders.filter(({ id }) => moved.has(id)))
      await tx.append('reminders.reminder-sent', reminder.subject, {
        kind: reminder.kind,
        title: reminder.title.da,
      });
  }

  private async sort(
    tx: Transaction,
    reminders: readonly StoredReminder[],
  ): Promise<[due: StoredReminder[], over: StoredReminder[]]> {
    const due: StoredReminder[] = [];
    const over: StoredReminder[] = [];
    for (const reminder of reminders) {
      const isDue = (await this.sources.find(reminder.kind)?.stillDue(tx, reminder)) === true;
      (isDue ? due : over).push(reminder);
    }
    return [due, over];
  }

  private async linkTo(tx: Transaction, reminder: StoredReminder, slug: string): Promise<string> {
    const source = this.sources.find(reminder.kind);
    const ownLink = (await source?.link?.(tx, reminder)) ?? null;
    return ownLink ?? this.addresses.of(`/a/${slug}/${reminder.path}`);
  }
}

function idsOf(reminders: readonly StoredReminder[]): string[] {
  return reminders.map((reminder) => reminder.id);
}

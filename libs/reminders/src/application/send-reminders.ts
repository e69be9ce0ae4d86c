import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import { Mailer, type Transaction } from '#libs/platform';
import { bundle } from '../domain/digest.js';
import { nextSendingDay, nextSendingInstant, startOfDay } from '../domain/quiet-hours.js';
import { readAlliance } from './alliance-name.query.js';
import { digestCheck } from './digest.check.js';
import { quietHoursOf, ReminderRules } from './reminder-rules.js';
import { ReminderRepository, type StoredReminder } from './reminder.repository.js';
import { digestMail } from './reminders.mails.js';

/** Makes mails of the reminders that wait: one per recipient, within quiet hours and the day's budget. */
@Injectable()
export class SendReminders {
  constructor(
    private readonly rules: ReminderRules,
    private readonly reminders: ReminderRepository,
    private readonly mailer: Mailer,
  ) {}

  /** @returns how many mails were left */
  async send(tx: Transaction): Promise<number> {
    const waiting = await this.reminders.listWaiting(tx);
    if (waiting.length === 0) return 0;
    const { name, isExample } = await readAlliance(tx);
    // The people of an example are invented; what waits for its founder stands on the overview.
    if (isExample) return 0;
    const settings = await this.rules.settings(tx);
    const quiet = quietHoursOf(settings);
    const now = tx.now();
    if (nextSendingInstant(now, quiet) > now) return 0;
    const today = await this.reminders.countMails(tx, startOfDay(now));
    const { mails, postponed } = bundle(waiting, today, settings.mailsPerDay);
    await this.reminders.postpone(tx, idsOf(postponed), nextSendingDay(now, quiet));
    for (const mail of mails) await this.leave(tx, mail, name);
    return mails.length;
  }

  /** What the mail says is made when it is claimed for sending, from what is then still due. */
  private async leave(tx: Transaction, mail: readonly StoredReminder[], allianceName: string): Promise<void> {
    const [first, second] = mail;
    if (first === undefined) return;
    const digestId = newId();
    const { recipient } = first;
    const deliveryId = await this.mailer.queue(tx, {
      template: digestMail,
      params: {
        allianceName,
        recipientName: recipient.name,
        items: mail.map((reminder) => ({ title: reminder.title[recipient.locale] })),
      },
      to: recipient,
      key: `reminders:${digestId}`,
      about: second === undefined ? first.subject : { kind: 'reminder-digest', id: digestId },
      check: digestCheck,
      senderName: allianceName,
      automatic: true,
    });
    await this.reminders.attach(tx, idsOf(mail), deliveryId);
  }
}

function idsOf(reminders: readonly StoredReminder[]): string[] {
  return reminders.map((reminder) => reminder.id);
}

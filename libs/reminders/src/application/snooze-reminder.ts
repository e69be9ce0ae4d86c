import { Injectable } from '@nestjs/common';
import { addDays, copenhagenDate, copenhagenInstant, DomainError, type PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { nextSendingInstant } from '../domain/quiet-hours.js';
import { FindReminder } from './find-reminder.js';
import { quietHoursOf, ReminderRules } from './reminder-rules.js';
import { ReminderRepository } from './reminder.repository.js';

const mostDaysAhead = 366;

/** Puts a reminder off until the morning of a day, by the wish of the one it is for or of the secretariat. */
@Injectable()
export class SnoozeReminder {
  constructor(
    private readonly find: FindReminder,
    private readonly rules: ReminderRules,
    private readonly reminders: ReminderRepository,
  ) {}

  /** @throws DomainError `platform/not-found`, `platform/stale`, `reminders/closed`, `reminders/snooze-past` */
  async snooze(tx: Transaction, id: string, until: PlainDate, version: number): Promise<void> {
    const reminder = await this.find.open(tx, id, version);
    const today = copenhagenDate(tx.now());
    if (until <= today || until > addDays(today, mostDaysAhead))
      throw new DomainError('reminders/snooze-past', {}, 'until');
    const quiet = quietHoursOf(await this.rules.settings(tx));
    await this.reminders.snooze(tx, reminder.id, nextSendingInstant(copenhagenInstant(until), quiet));
    await tx.append('reminders.reminder-snoozed', reminder.subject, { kind: reminder.kind, until });
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { FindReminder } from './find-reminder.js';
import { ReminderRepository } from './reminder.repository.js';

/** A person says that the thing is done: nobody is reminded of it any more. */
@Injectable()
export class CloseReminder {
  constructor(
    private readonly find: FindReminder,
    private readonly reminders: ReminderRepository,
  ) {}

  /** @throws DomainError `platform/not-found`, `platform/stale`, `reminders/closed` */
  async close(tx: Transaction, id: string, version: number): Promise<void> {
    const reminder = await this.find.open(tx, id, version);
    await this.reminders.close(tx, [reminder.id], 'done');
    await tx.append('reminders.reminder-closed', reminder.subject, { kind: reminder.kind });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Access, notFound, type Transaction } from '#libs/platform';
import { type ChangedReminder, ReminderRepository } from './reminder.repository.js';

/** Finds a reminder that somebody wants to change. */
@Injectable()
export class FindReminder {
  constructor(
    private readonly access: Access,
    private readonly reminders: ReminderRepository,
  ) {}

  /**
   * An open reminder that the actor may change, locked.
   * @throws DomainError `platform/not-found` (also when it is somebody else's), `platform/stale`, `reminders/closed`
   */
  async open(tx: Transaction, id: string, version: number): Promise<ChangedReminder> {
    const reminder = await this.reminders.findForChange(tx, id);
    if (reminder === undefined || !this.access.allows(tx.actor, 'update', 'Reminder', reminder.columns))
      throw notFound();
    if (reminder.version !== version) throw new DomainError('platform/stale');
    if (reminder.closed) throw new DomainError('reminders/closed');
    return reminder;
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { scanned } from '#libs/api-schema';
import { normaliseEmail } from '#libs/kernel';
import { systemActor, type Transaction, UnitOfWork } from '#libs/platform';
import { nextSendingInstant } from '../domain/quiet-hours.js';
import type { DueItem, DueItemSource } from './due-item-source.js';
import { DueItemSources } from './due-item-sources.js';
import { quietHoursOf, ReminderRules } from './reminder-rules.js';
import { ReminderRepository } from './reminder.repository.js';
import { SendReminders } from './send-reminders.js';

/** What a scan found. */
export type Scanned = z.infer<typeof scanned>;

/**
 * Looks for what is due in one alliance and leaves the mails for it. Running it again, or twice at once, changes
 * nothing: what was noted is known by its unique key, and what is in a mail is in no second one.
 */
@Injectable()
export class ScanAlliance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: DueItemSources,
    private readonly rules: ReminderRules,
    private readonly reminders: ReminderRepository,
    private readonly sending: SendReminders,
  ) {}

  /** @throws AggregateError when sources failed, after all others were asked and their mails were left */
  async scan(allianceId: string): Promise<Scanned> {
    const actor = systemActor(allianceId, 'look for what is due');
    const failures: unknown[] = [];
    const sum = { found: 0, noted: 0, closed: 0 };
    for (const source of this.sources.all()) {
      try {
        const part = await this.unitOfWork.actAs(actor, (tx) => this.ask(tx, source));
        sum.found += part.found;
        sum.noted += part.noted;
        sum.closed += part.closed;
      } catch (error) {
        failures.push(error);
      }
    }
    const mails = await this.unitOfWork.actAs(actor, async (tx) => {
      await this.reminders.lock(tx);
      return this.sending.send(tx);
    });
    if (failures.length > 0) throw new AggregateError(failures, 'some sources could not say what is due');
    return { ...sum, mails };
  }

  private async ask(tx: Transaction, source: DueItemSource): Promise<Omit<Scanned, 'mails'>> {
    await this.reminders.lock(tx);
    const { rules, settings } = await this.rules.read(tx);
    const rule = rules.find((candidate) => candidate.kind === source.kind);
    if (rule?.enabled !== true)
      return { found: 0, noted: 0, closed: await this.closeAllBut(tx, source.kind, []) };
    const due = await source.due(tx, tx.now(), { afterDays: rule.afterDays });
    const sendAt = nextSendingInstant(tx.now(), quietHoursOf(settings));
    const items = due.map((item) => withAddress(item));
    const noted = await this.reminders.note(tx, items, sendAt);
    return { found: due.length, noted, closed: await this.closeAllBut(tx, source.kind, items) };
  }

  /** What the source no longer names was done meanwhile. */
  private async closeAllBut(
    tx: Transaction,
    kind: string,
    items: readonly { item: DueItem; email: string }[],
  ): Promise<number> {
    const due = new Set(items.map(({ item, email }) => keyOf(item.subject, item.dueAt, email)));
    const open = await this.reminders.listOpen(tx, kind);
    const over = open.filter(
      ({ subject, dueAt, recipientEmail }) => !due.has(keyOf(subject, dueAt, recipientEmail)),
    );
    await this.reminders.close(
      tx,
      over.map((reminder) => reminder.id),
      'not_due',
    );
    return over.length;
  }
}

function withAddress(item: DueItem): { item: DueItem; email: string; reachable: boolean } {
  const email = normaliseEmail(item.recipient.email);
  return { item, email: email ?? item.recipient.email.slice(0, 254), reachable: email !== null };
}

function keyOf(subject: { kind: string; id: string }, dueAt: Date, email: string): string {
  return [subject.kind, subject.id, dueAt.getTime(), email].join('|');
}

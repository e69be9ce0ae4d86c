/** A reminder that waits to be sent, as far as bundling needs it. */
export interface WaitingReminder {
  readonly id: string;
  readonly recipientEmail: string;
  readonly dueAt: Date;
}

/** What goes out to one recipient now, and what waits because the recipient has had enough mail today. */
export interface Bundles<R extends WaitingReminder> {
  /** One mail each, the longest overdue first. */
  readonly mails: readonly (readonly R[])[];
  readonly postponed: readonly R[];
}

/**
 * Makes one mail of all that waits for one recipient, and none for whoever has had the day's mails already.
 * @param mailsToday reminder mails each address has had today
 * @param mailsPerDay the budget per recipient and day
 */
export function bundle<R extends WaitingReminder>(
  waiting: readonly R[],
  mailsToday: ReadonlyMap<string, number>,
  mailsPerDay: number,
): Bundles<R> {
  const byRecipient = new Map<string, R[]>();
  for (const reminder of waiting) {
    byRecipient.set(reminder.recipientEmail, [...(byRecipient.get(reminder.recipientEmail) ?? []), reminder]);
  }
  const mails: R[][] = [];
  const postponed: R[] = [];
  for (const [email, reminders] of byRecipient) {
    if ((mailsToday.get(email) ?? 0) >= mailsPerDay) postponed.push(...reminders);
    else
      mails.push(
        reminders.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)),
      );
  }
  return { mails, postponed };
}

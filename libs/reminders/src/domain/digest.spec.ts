import fc from 'fast-check';
import { bundle, type WaitingReminder } from './digest.js';

function waiting(id: string, recipientEmail: string, dueAt = '2026-11-23T08:00:00Z'): WaitingReminder {
  return { id, recipientEmail, dueAt: new Date(dueAt) };
}

describe('many things due become one mail', () => {
  it('bundles per recipient, the longest overdue first', () => {
    const { mails, postponed } = bundle(
      [
        waiting('1', 'a@x.dk', '2026-11-23T08:00:00Z'),
        waiting('2', 'b@x.dk'),
        waiting('3', 'a@x.dk', '2026-11-20T08:00:00Z'),
      ],
      new Map(),
      2,
    );
    expect(mails.map((mail) => mail.map((reminder) => reminder.id))).toEqual([['3', '1'], ['2']]);
    expect(postponed).toEqual([]);
  });

  it('sends nothing more to whoever has had the day’s mails', () => {
    const { mails, postponed } = bundle(
      [waiting('1', 'a@x.dk'), waiting('2', 'b@x.dk')],
      new Map([['a@x.dk', 2]]),
      2,
    );
    expect(mails.map((mail) => mail[0]?.id)).toEqual(['2']);
    expect(postponed.map((reminder) => reminder.id)).toEqual(['1']);
  });

  it('loses nothing, repeats nothing and never exceeds the budget', () => {
    const addresses = fc.constantFrom('a@x.dk', 'b@x.dk', 'c@x.dk');
    const reminders = fc
      .array(addresses, { maxLength: 40 })
      .map((emails) => emails.map((email, index) => waiting(String(index), email)));
    const had = fc.dictionary(addresses, fc.nat(4)).map((record) => new Map(Object.entries(record)));
    fc.assert(
      fc.property(reminders, had, fc.integer({ min: 1, max: 4 }), (all, today, perDay) => {
        const { mails, postponed } = bundle(all, today, perDay);
        const ids = [...mails.flat(), ...postponed].map((reminder) => reminder.id);
        expect(ids.toSorted()).toEqual(all.map((reminder) => reminder.id).toSorted());
        const perRecipient = mails.map((mail) => new Set(mail.map((reminder) => reminder.recipientEmail)));
        expect(perRecipient.every((emails) => emails.size === 1)).toBe(true);
        expect(new Set(perRecipient.map((emails) => [...emails][0])).size).toBe(mails.length);
        for (const mail of mails) expect(today.get(mail[0]?.recipientEmail ?? '') ?? 0).toBeLessThan(perDay);
      }),
    );
  });
});

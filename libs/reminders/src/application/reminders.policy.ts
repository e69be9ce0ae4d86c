import { normaliseEmail } from '#libs/kernel';
import { hasRole, type Policy, seenRows } from '#libs/platform';

/** The secretariat runs reminders; everybody sees and answers their own. */
export const remindersPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('read', 'Overview');
  can(['read', 'update'], 'Reminder', { person_id: actor.personId });
  can(['read', 'update'], 'Reminder', { recipient_email: normaliseEmail(actor.email) ?? actor.email });
  if (hasRole(actor, 'secretariat')) can('manage', ['Reminder', 'ReminderRule']);
};

/** The lists it opens. */
export const reminderLists = [
  seenRows({
    key: 'reminders',
    label: { da: 'Påmindelser', en: 'Reminders' },
    subject: 'Reminder',
    table: 'reminder',
  }),
];

import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';

/** The states of a reminder; it follows the mail it goes out with (see the states of a delivery). */
export const reminderStates = [
  'pending',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'on_screen',
  'dropped',
] as const;
/** A state of a reminder. */
export type ReminderState = (typeof reminderStates)[number];

const bothLanguages = z.object({ da: z.string(), en: z.string() });
const version = z.number().int().positive();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A kind of due thing, module first: `partner-contracts.contract-unsigned`. */
export const reminderKind = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z.-]*$/);

/** Which reminders. */
export const remindersQuery = listQuery(['due', 'recipient'], {
  state: oneOrMore(z.enum(reminderStates)),
  kind: oneOrMore(z.string().max(100)),
  open: z.enum(['true', 'false']).optional(),
});

/** One thing due for one recipient, and the true state of its mail. */
export const reminder = z.object({
  id,
  kind: z.string(),
  kindLabel: bothLanguages,
  subject: z.object({ kind: z.string(), id }),
  title: bothLanguages,
  detail: bothLanguages.nullable(),
  /** Page of the thing below the alliance's address. */
  path: z.string(),
  recipient: z.object({ name: z.string(), email: z.string() }),
  dueAt: instant,
  state: z.enum(reminderStates),
  /** Not sent before this instant: quiet hours, budget of the day, or snoozed. */
  sendAt: instant,
  snoozed: z.boolean(),
  /** Why it was not sent, e.g. `550 5.1.1` or `timeout`. */
  code: z.string().nullable(),
  settledAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedAs: z.enum(['done', 'not_due']).nullable(),
  deliveryId: id.nullable(),
  version,
});
/** One page of reminders. */
export const reminderPage = page(reminder);

/** Put a reminder off until the morning of a day. */
export const snoozeReminder = z.strictObject({ until: plainDate });
/** Say that it is done, so that nobody is reminded of it. */
export const closeReminder = z.strictObject({});
/** Look for due things now and not at the next turn. */
export const scanReminders = z.strictObject({});
/** What a look for due things found. */
export const scanned = z.object({
  found: z.number().int(),
  /** Noted for the first time. */
  noted: z.number().int(),
  /** Done since, so that nobody is reminded of them. */
  closed: z.number().int(),
  mails: z.number().int(),
});

/** How one kind of thing is reminded of in the alliance. */
export const reminderRule = z.object({
  kind: z.string(),
  label: bothLanguages,
  /** What the days count from. */
  counts: bothLanguages,
  enabled: z.boolean(),
  afterDays: z.number().int(),
  /** 0 while the shipped rule holds. */
  version: z.number().int(),
});
/** When and how often anybody is written to. */
export const reminderSettings = z.object({
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  quietOnSundays: z.boolean(),
  quietOnHolidays: z.boolean(),
  mailsPerDay: z.number().int(),
  /** 0 while the shipped settings hold. */
  version: z.number().int(),
});
/** All rules of the alliance. */
export const reminderRules = z.object({ rules: z.array(reminderRule), settings: reminderSettings });

/** Change the rule of one kind. */
export const changeReminderRule = z.strictObject({
  enabled: z.boolean(),
  afterDays: z.number().int().min(0).max(365),
});
/** Change when and how often anybody is written to. */
export const changeReminderSettings = z.strictObject({
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  quietOnSundays: z.boolean(),
  quietOnHolidays: z.boolean(),
  mailsPerDay: z.number().int().min(1).max(10),
});

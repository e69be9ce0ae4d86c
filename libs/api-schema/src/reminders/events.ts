import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

/** Events of reminders. The subject of the first three is the thing that was due. */
export const remindersEvents = {
  'reminders.reminder-sent': {
    payload: z.strictObject({ kind: z.string(), title: z.string() }),
    audience: ['secretariat'],
    routine: true,
    da: 'Påmindelse sendt: {title}',
    en: 'Reminder sent: {title}',
  },
  'reminders.reminder-snoozed': {
    payload: z.strictObject({ kind: z.string(), until: z.string() }),
    audience: ['secretariat'],
    routine: true,
    da: 'En påmindelse blev udsat til {until}',
    en: 'A reminder was put off until {until}',
  },
  'reminders.reminder-closed': {
    payload: z.strictObject({ kind: z.string() }),
    audience: ['secretariat'],
    routine: true,
    da: 'En påmindelse blev afsluttet',
    en: 'A reminder was closed',
  },
  'reminders.rule-changed': {
    payload: z.strictObject({ kind: z.string(), enabled: z.boolean(), afterDays: z.number().int() }),
    audience: ['secretariat'],
    da: 'En regel for påmindelser blev ændret',
    en: 'A rule of reminders was changed',
  },
  'reminders.settings-changed': {
    payload: z.strictObject({ mailsPerDay: z.number().int() }),
    audience: ['secretariat'],
    da: 'De stille timer for påmindelser blev ændret',
    en: 'The quiet hours of reminders were changed',
  },
} as const satisfies EventCatalogue;

import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of reminders. */
export const remindersErrors = {
  'reminders/unknown-kind': {
    status: 404,
    da: 'Den slags påmindelser findes ikke. Hent listen igen.',
    en: 'There is no such kind of reminder. Load the list again.',
  },
  'reminders/closed': {
    status: 409,
    da: 'Påmindelsen er allerede afsluttet, så den kan ikke udsættes eller afsluttes igen.',
    en: 'The reminder is closed already, so it cannot be put off or closed again.',
  },
  'reminders/snooze-past': {
    status: 422,
    da: 'Vælg en dag efter i dag og højst et år frem.',
    en: 'Choose a day after today and at most a year ahead.',
  },
  'reminders/no-time-left': {
    status: 422,
    da: 'De stille timer lader ingen tid tilbage. Lad dem slutte om morgenen, før de begynder igen om aftenen.',
    en: 'The quiet hours leave no time. Let them end in the morning before they begin again in the evening.',
  },
} as const satisfies ErrorCatalogue;

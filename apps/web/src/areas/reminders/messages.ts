import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'reminders.title': { da: 'Påmindelser', en: 'Reminders' },
} satisfies Messages;

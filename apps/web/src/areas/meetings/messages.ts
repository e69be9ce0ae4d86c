import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'meetings.title': { da: 'Møder', en: 'Meetings' },
} satisfies Messages;

import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'history.title': { da: 'Historik', en: 'History' },
} satisfies Messages;

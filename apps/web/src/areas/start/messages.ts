import type { Messages } from '../../language/define-messages.js';

/** Texts of sign-in, claim and the first choice. */
export const messages = {
  'start.title': { da: 'Velkommen til Rygrad', en: 'Welcome to Rygrad' },
} satisfies Messages;

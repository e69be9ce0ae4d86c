import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'enquiries.title': { da: 'Henvendelser', en: 'Enquiries' },
} satisfies Messages;

import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'partners.title': { da: 'Partnere', en: 'Partners' },
} satisfies Messages;

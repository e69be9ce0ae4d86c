import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'portfolio.title': { da: 'Portefølje', en: 'Portfolio' },
} satisfies Messages;

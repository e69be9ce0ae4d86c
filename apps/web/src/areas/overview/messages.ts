import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'overview.title': { da: 'Overblik', en: 'Overview' },
} satisfies Messages;

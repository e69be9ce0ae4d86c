import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'settings.title': { da: 'Indstillinger', en: 'Settings' },
} satisfies Messages;

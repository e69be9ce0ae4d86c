import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'contracts.title': { da: 'Kontrakter', en: 'Contracts' },
} satisfies Messages;

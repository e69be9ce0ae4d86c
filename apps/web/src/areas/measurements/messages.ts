import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'measurements.title': { da: 'Målinger', en: 'Measurement' },
} satisfies Messages;

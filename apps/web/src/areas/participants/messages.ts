import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'participants.title': { da: 'Unge', en: 'Participants' },
} satisfies Messages;

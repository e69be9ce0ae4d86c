import type { Messages } from '../../language/define-messages.js';

/** Texts of this area. */
export const messages = {
  'agenda.title': { da: 'Dagsorden', en: 'Agenda' },
} satisfies Messages;

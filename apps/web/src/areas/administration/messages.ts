import type { Messages } from '../../language/define-messages.js';

/** Texts of the administration. */
export const messages = {
  'administration.title': { da: 'Administration', en: 'Administration' },
  'administration.installation': { da: 'Installation', en: 'Installation' },
  'administration.alliances': { da: 'Alliancer', en: 'Alliances' },
  'administration.jobs': { da: 'Job', en: 'Jobs' },
} satisfies Messages;

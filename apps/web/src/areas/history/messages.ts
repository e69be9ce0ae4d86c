import type { Messages } from '../../language/define-messages.js';

/** Texts of the history. */
export const messages = {
  'history.title': { da: 'Historik', en: 'History' },
  'history.lead': {
    da: 'Hvad der er sket i alliancen, nyeste først. Nye hændelser kommer frem af sig selv.',
    en: 'What has happened in the alliance, newest first. New events appear by themselves.',
  },
  'history.empty': { da: 'Der er ikke sket noget endnu', en: 'Nothing has happened yet' },
  'history.emptyHelp': {
    da: 'Når I henter partnere ind, sender kontrakter eller holder møder, kan I følge det her.',
    en: 'When you bring in partners, send contracts or hold meetings, you can follow it here.',
  },
  'history.older': { da: 'Vis ældre', en: 'Show older' },
  'history.list': { da: 'Hændelser', en: 'Events' },
} satisfies Messages;

import type { InBothLanguages } from './words.js';

/** What each rule of retention is about, by its name. A module that registers a rule adds its line. */
export const retentionTitles: Readonly<Record<string, InBothLanguages>> = {
  'alliances.ended-invitations': { da: 'Invitationer, der er slut', en: 'Invitations that are over' },
  'meetings.action-help': { da: 'Hjælpere til handlinger', en: 'Helpers with actions' },
  'participants.consent-withdrawn': {
    da: 'Unge, der har trukket samtykket tilbage',
    en: 'Participants who withdrew the consent',
  },
  'participants.consent-expired': {
    da: 'Unge, hvis samtykke er udløbet',
    en: 'Participants whose consent has expired',
  },
  'partner-contracts.enquiry-ended': { da: 'Afsluttede henvendelser', en: 'Enquiries that have ended' },
  'platform.access-log': { da: 'Hvem har set hvad', en: 'Who has seen what' },
};

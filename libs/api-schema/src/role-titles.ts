import type { AllianceRole } from './catalogue.js';
import type { InBothLanguages } from './person-data/words.js';

/** What the roles of an alliance are called. */
export const roleTitles = {
  secretariat: { da: 'Sekretariat', en: 'Secretariat' },
  partner: { da: 'Partner', en: 'Partner' },
  caseworker: { da: 'Sagsbehandler', en: 'Caseworker' },
  member: { da: 'Medlem', en: 'Member' },
  observer: { da: 'Iagttager', en: 'Observer' },
} as const satisfies Record<AllianceRole, InBothLanguages>;

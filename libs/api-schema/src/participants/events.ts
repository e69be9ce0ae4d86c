import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const organisationName = z.string().max(300);
const audience = [] as const;

/** What happens to participants. Counts and organisations only; the audit trail alone has the subject. */
export const participantsEvents = {
  'participants.participant-registered': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} registrerede en ung',
    en: '{organisationName} registered a young person',
  },
  'participants.participant-updated': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} ændrede oplysninger om en ung',
    en: '{organisationName} changed what is known of a young person',
  },
  'participants.destination-logged': {
    payload: z.strictObject({ organisationName, spells: z.number().int() }),
    audience,
    da: '{organisationName} registrerede destinationer ({spells})',
    en: '{organisationName} logged destinations ({spells})',
  },
  'participants.destination-confirmed': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} bekræftede en destination',
    en: '{organisationName} confirmed a destination',
  },
  'participants.destination-ended': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} afsluttede en destination',
    en: '{organisationName} ended a destination',
  },
  'participants.destination-retracted': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} trak en destination tilbage',
    en: '{organisationName} took back a destination',
  },
  'participants.consent-given': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} registrerede et samtykke',
    en: '{organisationName} recorded a consent',
  },
  'participants.consent-withdrawn': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} registrerede, at et samtykke blev trukket tilbage',
    en: '{organisationName} recorded that a consent was withdrawn',
  },
  'participants.cpr-kept': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} gemte et CPR-nummer',
    en: '{organisationName} kept a CPR number',
  },
  'participants.cpr-removed': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} fjernede et CPR-nummer',
    en: '{organisationName} removed a CPR number',
  },
  'participants.cpr-shown': {
    payload: z.strictObject({ organisationName }),
    audience,
    da: '{organisationName} fik et CPR-nummer vist',
    en: '{organisationName} was shown a CPR number',
  },
  'participants.cpr-turned-on': {
    payload: z.strictObject({}),
    audience: ['secretariat', 'caseworker'] as const,
    da: 'CPR-numre blev slået til',
    en: 'CPR numbers were turned on',
  },
  'participants.cpr-turned-off': {
    payload: z.strictObject({}),
    audience: ['secretariat', 'caseworker'] as const,
    da: 'CPR-numre blev slået fra, og de gemte slettes',
    en: 'CPR numbers were turned off, and those kept are deleted',
  },
} as const satisfies EventCatalogue;

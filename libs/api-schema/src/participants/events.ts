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
} as const satisfies EventCatalogue;

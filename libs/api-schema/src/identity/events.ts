import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

/** What people do with their own sign-in; kept to the audit trail. */
export const identityEvents = {
  'platform.identity-confirmed': {
    payload: z.strictObject({ method: z.enum(['code', 'passkey', 'provider']) }),
    audience: [],
    da: 'En person bekræftede, hvem de er',
    en: 'A person confirmed who they are',
  },
  'platform.passkey-added': {
    payload: z.strictObject({}),
    audience: [],
    da: 'En person tilføjede en adgangsnøgle',
    en: 'A person added a passkey',
  },
  'platform.passkey-removed': {
    payload: z.strictObject({}),
    audience: [],
    da: 'En person fjernede en adgangsnøgle',
    en: 'A person removed a passkey',
  },
  'platform.sessions-ended': {
    payload: z.strictObject({ count: z.number().int() }),
    audience: [],
    da: 'En person loggede sig ud på {count, plural, one {en anden enhed} other {# andre enheder}}',
    en: 'A person signed themselves out on {count, plural, one {another device} other {# other devices}}',
  },
} as const satisfies EventCatalogue;

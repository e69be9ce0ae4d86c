import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const nothing = z.strictObject({});

/** What happens to people of the installation; in no alliance's feed. */
export const peopleEvents = {
  'platform.address-added': {
    payload: nothing,
    audience: [],
    da: 'En person føjede en e-mailadresse til sin konto',
    en: 'A person added an e-mail address to their account',
  },
  'platform.address-removed': {
    payload: nothing,
    audience: [],
    da: 'En person fjernede en e-mailadresse fra sin konto',
    en: 'A person removed an e-mail address from their account',
  },
  'platform.primary-address-changed': {
    payload: nothing,
    audience: [],
    da: 'En person valgte en anden primær e-mailadresse',
    en: 'A person chose another primary e-mail address',
  },
  'platform.person-deactivated': {
    payload: z.strictObject({ revokedLinks: z.number().int() }),
    audience: [],
    da: 'En persons adgang blev lukket; {revokedLinks} links blev gjort ugyldige',
    en: 'A person’s access was closed; {revokedLinks} links were revoked',
  },
  'platform.person-reactivated': {
    payload: nothing,
    audience: [],
    da: 'En persons adgang blev åbnet igen',
    en: 'A person’s access was opened again',
  },
  'platform.administrator-appointed': {
    payload: nothing,
    audience: [],
    da: 'En person blev administrator',
    en: 'A person became administrator',
  },
  'platform.administrator-dismissed': {
    payload: nothing,
    audience: [],
    da: 'En person er ikke længere administrator',
    en: 'A person is no longer administrator',
  },
  'platform.people-merged': {
    payload: z.strictObject({ fromId: z.uuid() }),
    audience: [],
    da: 'To registreringer af den samme person blev lagt sammen',
    en: 'Two records of the same person were merged',
  },
} as const satisfies EventCatalogue;

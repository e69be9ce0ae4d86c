import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const provider = z.strictObject({ provider: z.string() });

/** Events of identity providers and of the logins people link. */
export const loginEvents = {
  'platform.identity-provider-added': {
    payload: provider,
    audience: [],
    da: 'Login-tjenesten {provider} blev oprettet',
    en: 'The login service {provider} was added',
  },
  'platform.identity-provider-changed': {
    payload: provider,
    audience: [],
    da: 'Login-tjenesten {provider} blev ændret',
    en: 'The login service {provider} was changed',
  },
  'platform.identity-provider-removed': {
    payload: provider,
    audience: [],
    da: 'Login-tjenesten {provider} blev fjernet',
    en: 'The login service {provider} was removed',
  },
  'platform.signed-out-by-provider': {
    payload: z.strictObject({ provider: z.string(), count: z.number().int() }),
    audience: [],
    da: '{provider} loggede en person ud på {count, plural, one {en enhed} other {# enheder}}',
    en: '{provider} signed a person out on {count, plural, one {one device} other {# devices}}',
  },
  'platform.login-linked': {
    payload: provider,
    audience: [],
    da: 'En person tilknyttede et login hos {provider}',
    en: 'A person linked a login at {provider}',
  },
  'platform.login-unlinked': {
    payload: provider,
    audience: [],
    da: 'En person fjernede et login hos {provider}',
    en: 'A person removed a login at {provider}',
  },
} as const satisfies EventCatalogue;

import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { sessionMethods } from './words.js';

/** Events of the installation itself. */
export const platformEvents = {
  'platform.administrator-claimed': {
    payload: z.strictObject({}),
    audience: [],
    da: 'Den første administrator overtog installationen',
    en: 'The first administrator took over the installation',
  },
  'platform.signed-in': {
    payload: z.strictObject({ method: z.enum(sessionMethods) }),
    audience: [],
    da: 'En person loggede ind',
    en: 'A person signed in',
  },
  'platform.signed-out': {
    payload: z.strictObject({}),
    audience: [],
    da: 'En person loggede ud',
    en: 'A person signed out',
  },
} as const satisfies EventCatalogue;

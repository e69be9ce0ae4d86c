import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

/** What happens to the view of who may do what. */
export const accessEvents = {
  'access.access-viewed': {
    payload: z.strictObject({ roles: z.string().max(200) }),
    audience: [],
    da: 'Det blev vist, hvad en person eller rolle må se ({roles})',
    en: 'It was shown what a person or role may see ({roles})',
  },
} as const satisfies EventCatalogue;

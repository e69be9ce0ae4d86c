import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const payload = z.strictObject({ purpose: z.string().max(60) });

/** What happens to links without account. Nobody's name or address is kept in them. */
export const linksEvents = {
  'links.link-revoked': {
    payload,
    audience: ['secretariat'],
    da: 'Et link uden konto blev lukket',
    en: 'A link without account was closed',
  },
  'links.link-sent-again': {
    payload,
    audience: ['secretariat'],
    da: 'Et link uden konto blev sendt igen',
    en: 'A link without account was sent again',
  },
  'links.link-passed-on': {
    payload,
    audience: ['secretariat'],
    da: 'Et link uden konto blev givet videre til en anden',
    en: 'A link without account was passed on to somebody else',
  },
} as const satisfies EventCatalogue;

import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { initiativeStages, reviewDecisions } from './vocabulary.js';

const audience = ['secretariat', 'partner', 'caseworker', 'member', 'observer'] as const;
const named = z.strictObject({ initiativeName: z.string() });
const moved = named.extend({ from: z.enum(initiativeStages) });

/** Events of initiatives. */
export const portfolioEvents = {
  'portfolio.initiative-created': {
    payload: named,
    audience,
    da: 'Indsatsen »{initiativeName}« kom i porteføljen',
    en: 'The initiative "{initiativeName}" joined the portfolio',
  },
  'portfolio.initiative-edited': {
    payload: named,
    audience: ['secretariat', 'member'],
    da: 'Indsatsen »{initiativeName}« blev ændret',
    en: 'The initiative "{initiativeName}" was changed',
  },
  'portfolio.initiative-tested': {
    payload: moved,
    audience,
    da: 'Indsatsen »{initiativeName}« prøves nu i det små',
    en: 'The initiative "{initiativeName}" is now in a small test',
  },
  'portfolio.initiative-adapted': {
    payload: moved,
    audience,
    da: 'Indsatsen »{initiativeName}« tilpasses nu',
    en: 'The initiative "{initiativeName}" is now being adapted',
  },
  'portfolio.initiative-spread': {
    payload: moved,
    audience,
    da: 'Indsatsen »{initiativeName}« udbredes nu',
    en: 'The initiative "{initiativeName}" is now spreading',
  },
  'portfolio.initiative-embedded': {
    payload: moved,
    audience,
    da: 'Indsatsen »{initiativeName}« er nu en del af driften',
    en: 'The initiative "{initiativeName}" is now part of operations',
  },
  'portfolio.initiative-closed': {
    payload: moved,
    audience,
    da: 'Indsatsen »{initiativeName}« er afsluttet, og læringen er skrevet ned',
    en: 'The initiative "{initiativeName}" is closed and what was learned is written down',
  },
  'portfolio.initiative-reviewed': {
    payload: named.extend({ decision: z.enum(reviewDecisions) }),
    audience,
    da: 'Der er gjort status på indsatsen »{initiativeName}«',
    en: 'The initiative "{initiativeName}" was reviewed',
  },
} as const satisfies EventCatalogue;

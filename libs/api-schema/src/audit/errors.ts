import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of the history and its anchors. */
export const auditErrors = {
  'audit/export-too-long': {
    status: 422,
    da: 'Der er {count} hændelser, og højst {most} kan hentes på én gang. Vælg en kortere periode.',
    en: 'There are {count} events, and at most {most} can be fetched at once. Choose a shorter period.',
  },
} as const satisfies ErrorCatalogue;

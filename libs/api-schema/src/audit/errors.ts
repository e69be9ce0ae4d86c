import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of the history and its anchors. */
export const auditErrors = {
  'audit/export-too-long': {
    status: 422,
    da: 'Der er {count} hændelser, og højst {most} kan hentes på én gang. Vælg en kortere periode.',
    en: 'There are {count} events, and at most {most} can be fetched at once. Choose a shorter period.',
  },
  'audit/checked-often': {
    status: 429,
    da: 'Historikken er kontrolleret {most} gange inden for et kvarter. Prøv igen om {minutes} minutter.',
    en: 'The history was checked {most} times within a quarter of an hour. Try again in {minutes} minutes.',
  },
  'audit/exported-often': {
    status: 429,
    da: 'Historikken er hentet {most} gange inden for et kvarter. Prøv igen om {minutes} minutter.',
    en: 'The history was exported {most} times within a quarter of an hour. Try again in {minutes} minutes.',
  },
} as const satisfies ErrorCatalogue;

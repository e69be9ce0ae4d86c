import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const sealed = z.strictObject({ fileName: z.string(), digest: z.string(), alliances: z.number().int() });

/** What happens to the history itself. */
export const auditEvents = {
  'audit.history-exported': {
    payload: z.strictObject({ count: z.number().int() }),
    audience: ['secretariat'],
    da: 'Historikken blev hentet som regneark ({count} hændelser)',
    en: 'The history was exported as a spreadsheet ({count} events)',
  },
  'audit.heads-anchored': {
    payload: sealed,
    audience: [],
    da: 'Historikkens segl blev forankret i filen {fileName}',
    en: 'The seals of the history were anchored in the file {fileName}',
  },
  'audit.anchor-setting-changed': {
    payload: z.strictObject({ mails: z.number().int(), host: z.string().nullable() }),
    audience: [],
    da: 'Det blev ændret, hvor historikkens segl sendes hen ({mails} mailadresser)',
    en: 'Where the seals of the history are sent was changed ({mails} mail addresses)',
  },
} as const satisfies EventCatalogue;

import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const everyone = ['secretariat', 'partner', 'caseworker', 'member', 'observer'] as const;
const participants = ['secretariat', 'partner', 'caseworker', 'member'] as const;
const numbered = z.strictObject({ number: z.number().int() });
const answered = z.strictObject({ number: z.number().int(), organisationName: z.string() });

/** Events of the shared agenda. */
export const agendasEvents = {
  'agendas.version-drafted': {
    payload: numbered,
    audience: ['secretariat', 'member'],
    da: 'Et udkast til dagsordenen (version {number}) blev begyndt',
    en: 'A draft of the agenda (version {number}) was begun',
  },
  'agendas.version-edited': {
    payload: numbered,
    audience: ['secretariat', 'member'],
    da: 'Udkastet til dagsordenen (version {number}) blev ændret',
    en: 'The draft of the agenda (version {number}) was changed',
  },
  'agendas.version-put-out': {
    payload: z.strictObject({ number: z.number().int(), asked: z.number().int() }),
    audience: participants,
    da: 'Dagsordenen (version {number}) er i høring hos {asked} organisationer',
    en: 'The agenda (version {number}) is in consultation with {asked} organisations',
  },
  'agendas.version-taken-back': {
    payload: z.strictObject({ number: z.number().int(), reason: z.string() }),
    audience: participants,
    da: 'Høringen om dagsordenen (version {number}) blev taget tilbage: {reason}',
    en: 'The consultation on the agenda (version {number}) was taken back: {reason}',
  },
  'agendas.version-discarded': {
    payload: numbered,
    audience: ['secretariat', 'member'],
    da: 'Udkastet til dagsordenen (version {number}) blev kasseret',
    en: 'The draft of the agenda (version {number}) was discarded',
  },
  'agendas.organisation-asked': {
    payload: answered,
    audience: ['secretariat', 'member'],
    da: '{organisationName} er bedt om at tage stilling til dagsordenen (version {number})',
    en: '{organisationName} was asked to answer the agenda (version {number})',
  },
  'agendas.organisation-consented': {
    payload: answered,
    audience: participants,
    da: '{organisationName} tilsluttede sig dagsordenen (version {number})',
    en: '{organisationName} consented to the agenda (version {number})',
  },
  'agendas.organisation-consented-with-concern': {
    payload: answered,
    audience: participants,
    da: '{organisationName} tilsluttede sig dagsordenen (version {number}) med et forbehold',
    en: '{organisationName} consented to the agenda (version {number}) with a concern',
  },
  'agendas.organisation-objected': {
    payload: answered,
    audience: participants,
    da: '{organisationName} gjorde indvending mod dagsordenen (version {number})',
    en: '{organisationName} objected to the agenda (version {number})',
  },
  'agendas.version-adopted': {
    payload: numbered,
    audience: everyone,
    da: 'Dagsordenen (version {number}) er vedtaget',
    en: 'The agenda (version {number}) is adopted',
  },
} as const satisfies EventCatalogue;

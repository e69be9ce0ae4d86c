import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { personSubjectKinds } from './words.js';

const kind = z.enum(personSubjectKinds);

/** Events of export, erasure and retention: they say that it happened, never to whom by name. */
export const personDataEvents = {
  'person-data.exported': {
    payload: z.strictObject({ kind, format: z.enum(['json', 'pdf', 'zip']) }),
    audience: [],
    da: 'En persons oplysninger blev udleveret',
    en: 'A person’s data was handed out',
  },
  'person-data.erasure-asked': {
    payload: z.strictObject({ kind }),
    audience: [],
    da: 'Sletning af en persons oplysninger blev sat i gang',
    en: 'Erasure of a person’s data was started',
  },
  'person-data.erased': {
    payload: z.strictObject({ kind, reason: z.enum(['asked', 'retention']), rows: z.number().int() }),
    audience: ['secretariat', 'caseworker'],
    routine: true,
    da: 'En persons oplysninger blev slettet',
    en: 'A person’s data was erased',
  },
  'person-data.retention-ran': {
    payload: z.strictObject({ rule: z.string(), rows: z.number().int() }),
    audience: ['secretariat', 'caseworker'],
    da: 'Opbevaringsreglen »{rule}« ryddede op: {rows, plural, one {# post} other {# poster}} fjernet',
    en: 'The retention rule "{rule}" cleared out: {rows, plural, one {# record} other {# records}} removed',
  },
  'person-data.retention-changed': {
    payload: z.strictObject({ rule: z.string(), months: z.number().int() }),
    audience: ['secretariat', 'caseworker'],
    da: 'Opbevaringsreglen »{rule}« blev ændret til {months, plural, one {# måned} other {# måneder}}',
    en: 'The retention rule "{rule}" was changed to {months, plural, one {# month} other {# months}}',
  },
} as const satisfies EventCatalogue;

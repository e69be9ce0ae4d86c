import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

/** What administrators do to the installation. */
export const administrationEvents = {
  'administration.jobs-retried': {
    payload: z.strictObject({ queue: z.string().max(100), count: z.number().int() }),
    audience: [],
    da: '{count} opgivne job i {queue} blev sat i gang igen',
    en: '{count} given-up jobs of {queue} were started again',
  },
  'administration.job-cancelled': {
    payload: z.strictObject({ queue: z.string().max(100) }),
    audience: [],
    da: 'Et opgivet job i {queue} blev annulleret',
    en: 'A given-up job of {queue} was cancelled',
  },
} as const satisfies EventCatalogue;

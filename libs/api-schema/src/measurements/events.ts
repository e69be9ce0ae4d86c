import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { observationSteps } from './vocabulary.js';

const inAlliance = ['secretariat', 'partner', 'caseworker', 'member', 'observer'] as const;
const named = z.strictObject({ indicatorName: z.string() });
const figure = z.strictObject({ indicatorName: z.string(), period: z.string() });

/** Events of indicators and observations. Figures themselves are never in a payload: they may be small. */
export const measurementsEvents = {
  'measurements.indicator-created': {
    payload: named,
    audience: ['secretariat', 'member'],
    da: 'Indikatoren »{indicatorName}« blev oprettet',
    en: 'The indicator "{indicatorName}" was created',
  },
  'measurements.indicator-edited': {
    payload: named,
    audience: ['secretariat', 'member'],
    da: 'Indikatoren »{indicatorName}« blev ændret',
    en: 'The indicator "{indicatorName}" was changed',
  },
  'measurements.indicator-published': {
    payload: named,
    audience: inAlliance,
    da: 'Indikatoren »{indicatorName}« blev offentliggjort',
    en: 'The indicator "{indicatorName}" was published',
  },
  'measurements.observation-entered': {
    payload: figure,
    audience: ['secretariat'],
    da: 'Et tal for »{indicatorName}«, {period}, blev indtastet',
    en: 'A figure for "{indicatorName}", {period}, was entered',
  },
  'measurements.observation-moved': {
    payload: figure.extend({ step: z.enum(observationSteps) }),
    audience: ['secretariat'],
    da: 'Tallet for »{indicatorName}«, {period}, skiftede status',
    en: 'The figure for "{indicatorName}", {period}, changed its status',
  },
  'measurements.observation-published': {
    payload: figure,
    audience: inAlliance,
    da: '»{indicatorName}« har fået et nyt tal for {period}',
    en: '"{indicatorName}" has a new figure for {period}',
  },
  'measurements.disclosure-rule-changed': {
    payload: z.strictObject({ suppressBelow: z.number().int() }),
    audience: ['secretariat'],
    da: 'Tal under {suppressBelow} personer vises nu ikke',
    en: 'Counts under {suppressBelow} people are now not shown',
  },
} as const satisfies EventCatalogue;

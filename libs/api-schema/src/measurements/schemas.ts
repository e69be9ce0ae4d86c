import { z } from 'zod';
import { id, instant, month, oneOrMore, page, plainDate, listQuery } from '../lists.js';
import {
  directions,
  frequencies,
  indicatorLevels,
  indicatorSources,
  lowestSuppression,
  movements,
  observationStates,
  observationSteps,
  units,
} from './vocabulary.js';

const figure = z.number().min(-1e12).max(1e12);
const people = z.number().int().min(0).max(100_000_000);
const text = (max: number) => z.string().trim().max(max);
/** A period in its key form: `2026-10`, `2026-Q4` or `2026`. */
export const periodKey = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/);

/** What is said of an indicator when it is made or changed. */
export const indicatorInput = z.strictObject({
  name: text(200).min(1),
  definition: text(4000).min(1),
  unit: z.enum(units),
  direction: z.enum(directions),
  source: z.enum(indicatorSources),
  metricKey: text(100).min(1).nullable().default(null),
  frequency: z.enum(frequencies),
  level: z.enum(indicatorLevels),
  responsibleOrganisationId: id.nullable().default(null),
  baselineValue: figure.nullable().default(null),
  baselinePeriod: periodKey.nullable().default(null),
  targetValue: figure.nullable().default(null),
  targetBy: plainDate.nullable().default(null),
  published: z.boolean().default(false),
});
/** What is said of an indicator. */
export type IndicatorInput = z.infer<typeof indicatorInput>;

/** The figure of a period: a value, a share with its counts, or that there is nothing to measure. */
export const observedFigure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value: figure }),
  z.strictObject({ kind: z.literal('share'), numerator: people, denominator: people }),
  z.strictObject({ kind: z.literal('not_applicable') }),
]);
/** The figure of a period as it is reported. */
export type ObservedFigure = z.infer<typeof observedFigure>;

/** Enter or correct the figure of a period. */
export const observationInput = z.strictObject({
  figure: observedFigure,
  note: text(2000).default(''),
});
/** Move a reported figure along; sending back needs a reason. */
export const observationStepInput = z.strictObject({
  step: z.enum(observationSteps),
  reason: text(2000).default(''),
});
/** The alliance's rule of small numbers. */
export const disclosureRuleInput = z.strictObject({
  suppressBelow: z.number().int().min(lowestSuppression).max(100),
});
/** The alliance's rule of small numbers, and its version. */
export const disclosureRule = z.object({ suppressBelow: z.number().int(), version: z.number().int() });

const counts = { value: z.number(), numerator: z.number().nullable(), denominator: z.number().nullable() };
/** One of the five things a cell can say. */
export const cell = z.discriminatedUnion('state', [
  z.object({ state: z.literal('value'), ...counts }),
  z.object({ state: z.literal('suppressed'), below: z.number().int() }),
  z.object({ state: z.literal('missing') }),
  z.object({ state: z.literal('stale'), ...counts, period: z.string() }),
  z.object({ state: z.literal('not_applicable') }),
]);
/** A number of people: shown, or hidden because it is small. */
export const peopleCount = z.discriminatedUnion('state', [
  z.object({ state: z.literal('value'), count: z.number().int() }),
  z.object({ state: z.literal('suppressed'), below: z.number().int() }),
]);
const shown = {
  cell,
  known: peopleCount.nullable(),
  unknown: peopleCount.nullable(),
  completeness: z.object({ percent: z.number().int(), atLeast: z.boolean() }).nullable(),
};

/** One period of an indicator's curve. */
export const seriesPoint = z.object({
  period: z.string(),
  ...shown,
  /** The period is not over: the figure will still move. */
  preliminary: z.boolean(),
  note: z.string(),
});
/** The newest figure, how old it is, and which way it moved. */
export const currentFigure = z.object({
  ...shown,
  period: z.string().nullable(),
  preliminary: z.boolean(),
  /** Days since the period ended; 0 while it runs. Null without a figure. */
  ageDays: z.number().int().nullable(),
  /** Since the shown figure before it. */
  movement: z.enum(movements).nullable(),
  /** From the starting value. */
  sinceBaseline: z.enum(movements).nullable(),
  /** How far from start to target, in percent; negative when it went the wrong way. */
  towardsTarget: z.number().nullable(),
});

const indicatorFields = {
  id,
  name: z.string(),
  definition: z.string(),
  unit: z.enum(units),
  direction: z.enum(directions),
  source: z.enum(indicatorSources),
  metricKey: z.string().nullable(),
  frequency: z.enum(frequencies),
  level: z.enum(indicatorLevels),
  responsibleOrganisationId: id.nullable(),
  responsibleOrganisationName: z.string().nullable(),
  baselineValue: z.number().nullable(),
  baselinePeriod: z.string().nullable(),
  targetValue: z.number().nullable(),
  targetBy: plainDate.nullable(),
  published: z.boolean(),
  version: z.number().int(),
};
/** An indicator with its newest figure and its curve of late. */
export const indicatorListed = z.object({
  ...indicatorFields,
  current: currentFigure,
  recent: z.array(z.object({ period: z.string(), cell })),
});
/** One page of indicators. */
export const indicatorPage = page(indicatorListed);
/** An indicator. */
export const indicatorDetail = z.object({
  ...indicatorFields,
  current: currentFigure,
  /** How a derived indicator counts, in both languages. */
  counting: z.object({ da: z.string(), en: z.string() }).nullable(),
  /** Whether the reader may report figures, and whether change the indicator. */
  may: z.object({ report: z.boolean(), edit: z.boolean() }),
});
/** Which indicators, in which order. */
export const indicatorQuery = listQuery(['name', 'created'], {
  level: oneOrMore(z.enum(indicatorLevels)),
  source: oneOrMore(z.enum(indicatorSources)),
});
/** Which part of the curve; the last 24 months when nothing is said. */
export const seriesQuery = z.strictObject({ from: month.optional(), to: month.optional() });
/** An indicator's curve, ready to be drawn or read aloud: small numbers are already hidden. */
export const indicatorSeries = z.object({
  indicatorId: id,
  name: z.string(),
  unit: z.enum(units),
  direction: z.enum(directions),
  frequency: z.enum(frequencies),
  source: z.enum(indicatorSources),
  baselineValue: z.number().nullable(),
  baselinePeriod: z.string().nullable(),
  targetValue: z.number().nullable(),
  targetBy: plainDate.nullable(),
  suppressBelow: z.number().int(),
  /** When the figures were computed or last reported. */
  updatedAt: instant.nullable(),
  points: z.array(seriesPoint),
  current: currentFigure,
});

/** A reported figure as those who report and the secretariat see it. */
export const observation = z.object({
  period: z.string(),
  state: z.enum(observationStates),
  /** Null when it counts few people and the reader does not stand for the organisation that reports it. */
  figure: observedFigure.nullable(),
  /** The figure as it is shown to others. */
  cell,
  note: z.string(),
  sentBackReason: z.string(),
  enteredBy: z.string(),
  changedAt: instant,
  version: z.number().int(),
});
/** The reported figures of an indicator, newest first, and the periods still to be reported. */
export const observationList = z.object({
  items: z.array(observation),
  awaited: z.array(z.string()),
});
/** What indicators can be derived from. */
export const metricSourceList = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      label: z.object({ da: z.string(), en: z.string() }),
      definition: z.object({ da: z.string(), en: z.string() }),
    }),
  ),
});
/** One of the five things a cell can say. */
export type FigureCell = z.output<typeof cell>;
/** A number of people, shown or hidden. */
export type PeopleCount = z.output<typeof peopleCount>;
/** The figure that counts now. */
export type CurrentFigure = z.output<typeof currentFigure>;
/** One period of a curve. */
export type SeriesPoint = z.output<typeof seriesPoint>;
/** An indicator in the list. */
export type IndicatorListed = z.output<typeof indicatorListed>;
/** One page of indicators. */
export type IndicatorPage = z.output<typeof indicatorPage>;
/** An indicator. */
export type IndicatorDetail = z.output<typeof indicatorDetail>;
/** An indicator’s curve. */
export type IndicatorSeries = z.output<typeof indicatorSeries>;
/** A reported figure. */
export type Observation = z.output<typeof observation>;
/** The reported figures of an indicator. */
export type ObservationList = z.output<typeof observationList>;
/** What indicators can be derived from. */
export type MetricSourceList = z.output<typeof metricSourceList>;
/** The rule of small numbers. */
export type DisclosureRule = z.output<typeof disclosureRule>;

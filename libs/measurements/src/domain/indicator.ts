import type { ErrorCode, IndicatorInput } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { isPeriod, PERIOD_EXAMPLE } from './period.js';
import { movement } from './trend.js';

/** Refuses an indicator that contradicts itself; each refusal names the field to mend. */
export function checkIndicator(input: IndicatorInput): void {
  checkSource(input);
  const { baselineValue, baselinePeriod, targetValue, targetBy, direction, frequency } = input;
  if ((baselineValue === null) !== (baselinePeriod === null))
    refuse('measurements/baseline-incomplete', baselineValue === null ? 'baselineValue' : 'baselinePeriod');
  if (baselinePeriod !== null && !isPeriod(baselinePeriod, frequency))
    throw new DomainError<ErrorCode>(
      'measurements/wrong-period',
      { period: baselinePeriod, example: PERIOD_EXAMPLE[frequency] },
      'baselinePeriod',
    );
  if ((targetValue === null) !== (targetBy === null))
    refuse('measurements/target-incomplete', targetValue === null ? 'targetValue' : 'targetBy');
  if (baselineValue !== null && targetValue !== null)
    if (movement(direction, baselineValue, targetValue) === 'setback')
      refuse('measurements/target-wrong-way', 'targetValue');
}

/** What of an indicator must stay once figures were reported, since they would mean something else. */
export function checkUnchangedMeaning(before: IndicatorMeaning, after: IndicatorMeaning): void {
  const field = (['source', 'unit', 'frequency'] as const).find((name) => before[name] !== after[name]);
  if (field !== undefined) refuse('measurements/source-fixed', field);
}

/** What a reported figure's meaning hangs on. */
export type IndicatorMeaning = Pick<IndicatorInput, 'source' | 'unit' | 'frequency'>;

function checkSource({ source, metricKey, unit, frequency }: IndicatorInput): void {
  if (source === 'manual') {
    if (metricKey !== null) refuse('measurements/manual-has-metric', 'metricKey');
    return;
  }
  if (metricKey === null) refuse('measurements/derived-needs-metric', 'metricKey');
  if (unit !== 'percent') refuse('measurements/derived-shape', 'unit');
  if (frequency !== 'month') refuse('measurements/derived-shape', 'frequency');
}

function refuse(code: ErrorCode, field: string): never {
  throw new DomainError<ErrorCode>(code, {}, field);
}

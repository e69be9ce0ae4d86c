import type {
  ErrorCode,
  Frequency,
  ObservationState,
  ObservationStep,
  ObservedFigure,
  Unit,
} from '#libs/api-schema';
import type { Month } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import type { Figure } from './cell.js';
import { plainFigure, valueCell } from './cell.js';
import { protectPeople, protectShare } from './disclosure.js';
import { firstMonthOf, isPeriod, PERIOD_EXAMPLE } from './period.js';

const TRANSITIONS = {
  draft: { submit: 'submitted', publish: 'published' },
  submitted: { send_back: 'sent_back', publish: 'published' },
  sent_back: { submit: 'submitted' },
  published: {},
} as const satisfies Record<ObservationState, Partial<Record<ObservationStep, ObservationState>>>;

/** Where a step leads. Sending back needs a reason; a step that is not declared is refused. */
export function moveObservation(
  state: ObservationState,
  step: ObservationStep,
  reason: string,
): ObservationState {
  const declared: Partial<Record<ObservationStep, ObservationState>> = TRANSITIONS[state];
  const next = declared[step];
  if (next === undefined) throw new DomainError<ErrorCode>('measurements/step-not-possible', { state });
  if (step === 'send_back' && reason === '')
    throw new DomainError<ErrorCode>('measurements/reason-needed', {}, 'reason');
  return next;
}

/** Steps possible now, in the order they are offered. */
export function stepsFrom(state: ObservationState): ObservationStep[] {
  return Object.keys(TRANSITIONS[state]) as ObservationStep[];
}

/** What is handed in or published is corrected by the secretariat alone. */
export function checkMayCorrect(state: ObservationState, bySecretariat: boolean): void {
  if (!bySecretariat && (state === 'submitted' || state === 'published'))
    throw new DomainError<ErrorCode>('measurements/correction-by-secretariat');
}

/** Refuses a figure for a period that is written otherwise or has not begun. */
export function checkPeriod(period: string, frequency: Frequency, thisMonth: Month): void {
  if (!isPeriod(period, frequency))
    throw new DomainError<ErrorCode>(
      'measurements/wrong-period',
      { period, example: PERIOD_EXAMPLE[frequency] },
      'period',
    );
  if (firstMonthOf(period) > thisMonth)
    throw new DomainError<ErrorCode>('measurements/period-not-begun', { period }, 'period');
}

/** Refuses a figure that does not fit the unit. */
export function checkFigure(unit: Unit, figure: ObservedFigure): void {
  if (figure.kind === 'not_applicable') return;
  if (figure.kind === 'share') {
    if (unit !== 'percent') refuseShape();
    if (figure.numerator > figure.denominator)
      throw new DomainError<ErrorCode>('measurements/numerator-too-large', {}, 'figure.numerator');
    return;
  }
  if (unit === 'percent' && (figure.value < 0 || figure.value > 100)) refuseShape();
  if (unit === 'people' && (figure.value < 0 || !Number.isInteger(figure.value))) refuseShape();
}

/** A reported figure as it may be shown: counts of people fall under the rule of small numbers. */
export function showObserved(unit: Unit, figure: ObservedFigure, below: number): Figure {
  if (figure.kind === 'not_applicable') return plainFigure({ state: 'not_applicable' });
  if (figure.kind === 'share') return protectShare({ ...figure, unknown: null }, below);
  return unit === 'people' ? protectPeople(figure.value, below) : plainFigure(valueCell(figure.value));
}

function refuseShape(): never {
  throw new DomainError<ErrorCode>('measurements/value-shape', {}, 'figure.value');
}

import { Injectable } from '@nestjs/common';
import { addToMonth, copenhagenDate, monthOf, monthsFrom } from '#libs/kernel';
import type { Month, PlainDate } from '#libs/kernel';
import type { Actor, Transaction } from '#libs/platform';
import { UnitOfWork } from '#libs/platform';
import type { Current, KnownPoint, Point } from '../domain/curve.js';
import { currentOf, curve } from '../domain/curve.js';
import { protectShare } from '../domain/disclosure.js';
import { showObserved } from '../domain/observation.js';
import { periodOf } from '../domain/period.js';
import { FoldIndicator } from './fold-indicator.js';
import { IndicatorRepository, type StoredIndicator } from './indicator.repository.js';
import { ObservationRepository, type StoredObservation } from './observation.repository.js';
import type { RollUp } from './roll-up.repository.js';

/** An indicator with its whole curve, small numbers hidden, and the figure that counts now. */
export interface IndicatorFigures {
  readonly indicator: StoredIndicator;
  readonly points: readonly Point[];
  readonly current: Current;
  readonly updatedAt: Date | null;
}

/** What figures are shown by. */
export interface Shown {
  readonly suppressBelow: number;
  readonly today: PlainDate;
  readonly figures: readonly IndicatorFigures[];
}

interface Raw {
  readonly indicators: readonly StoredIndicator[];
  readonly observations: readonly StoredObservation[];
  readonly rollUps: readonly (RollUp | null)[];
  readonly suppressBelow: number;
  readonly now: Date;
}

/**
 * The only way from stored counts to anything that is shown: page, interface, chart and export all come through
 * here, so that what is hidden in one is hidden in all.
 */
@Injectable()
export class ReadFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
    private readonly observations: ObservationRepository,
    private readonly folding: FoldIndicator,
  ) {}

  /** Figures of the indicators that `pick` finds in the reader's own unit of work. */
  async of(actor: Actor, pick: (tx: Transaction) => Promise<readonly StoredIndicator[]>): Promise<Shown> {
    const raw = await this.unitOfWork.readAs(actor, async (tx): Promise<Raw> => {
      const indicators = await pick(tx);
      const ids = indicators.filter(({ source }) => source === 'manual').map(({ id }) => id);
      const observations = ids.length === 0 ? [] : await this.observations.published(tx, ids);
      const rollUps: (RollUp | null)[] = [];
      for (const indicator of indicators) rollUps.push(await this.folding.peek(tx, indicator));
      const { suppressBelow } = await this.indicators.disclosureRule(tx);
      return { indicators, observations, rollUps, suppressBelow, now: tx.now() };
    });
    const today = copenhagenDate(raw.now);
    const figures: IndicatorFigures[] = [];
    for (const [index, indicator] of raw.indicators.entries()) {
      const folded = raw.rollUps[index] ?? null;
      const rollUp =
        folded === null || folded.stands ? folded : await this.folding.refresh(actor.allianceId, indicator);
      figures.push(figuresOf(indicator, rollUp, raw, today));
    }
    return { suppressBelow: raw.suppressBelow, today, figures };
  }
}

function figuresOf(
  indicator: StoredIndicator,
  rollUp: RollUp | null,
  { observations, suppressBelow }: Raw,
  today: PlainDate,
): IndicatorFigures {
  const thisMonth = monthOf(today);
  const own = observations.filter(({ indicatorId }) => indicatorId === indicator.id);
  const known =
    indicator.source === 'derived'
      ? derivedPoints(rollUp, thisMonth, suppressBelow)
      : own.map(({ period, figure, note }) => ({
          period,
          note,
          ...showObserved(indicator.unit, figure, suppressBelow),
        }));
  const last = periodOf(thisMonth, indicator.frequency);
  const first = known.map(({ period }) => period).sort()[0] ?? last;
  const points = curve(known, { first, last }, indicator.frequency, today);
  return {
    indicator,
    points,
    current: currentOf(points, indicator, today),
    updatedAt:
      indicator.source === 'derived'
        ? (rollUp?.computedAt ?? null)
        : own.reduce<Date | null>(
            (at, { changedAt }) => (at === null || changedAt > at ? changedAt : at),
            null,
          ),
  };
}

/** Every month since the first with anybody in it; one the source left out has nobody. */
function derivedPoints(rollUp: RollUp | null, thisMonth: Month, suppressBelow: number): KnownPoint[] {
  const months = new Map(rollUp?.months.map((month) => [month.month, month]));
  const first = [...months.keys()].sort()[0];
  if (first === undefined) return [];
  const counted = [...months.values()].some(({ unknown }) => unknown !== undefined);
  return monthsFrom(first, thisMonth).map((month) => {
    const { numerator = 0, denominator = 0, unknown } = months.get(month) ?? {};
    return {
      period: month,
      ...protectShare({ numerator, denominator, unknown: unknown ?? (counted ? 0 : null) }, suppressBelow),
    };
  });
}

/** The points of a span of months; the last two years when nothing is said. */
export function within(
  points: readonly Point[],
  from: Month | undefined,
  to: Month | undefined,
  today: PlainDate,
  frequency: StoredIndicator['frequency'],
): Point[] {
  const last = to ?? monthOf(today);
  const first = periodOf(from ?? addToMonth(last, -23), frequency);
  const end = periodOf(last, frequency);
  return points.filter(({ period }) => period >= first && period <= end);
}

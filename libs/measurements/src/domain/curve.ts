import type { Direction, Frequency, Movement } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import { diffDays } from '#libs/kernel';
import type { Figure } from './cell.js';
import { plainFigure } from './cell.js';
import { lastDayOfPeriod, lastDuePeriod, periodsFrom } from './period.js';
import { movement, towardsTarget } from './trend.js';

/** One period of a curve, small numbers already hidden. */
export interface Point extends Figure {
  readonly period: string;
  /** The period is not over: the figure will still move. */
  readonly preliminary: boolean;
  readonly note: string;
}

/** A figure that is there, before the curve is filled out. */
export interface KnownPoint extends Figure {
  readonly period: string;
  readonly note?: string;
}

/** The newest figure with its age and which way it moved. */
export interface Current extends Figure {
  readonly period: string | null;
  readonly preliminary: boolean;
  readonly ageDays: number | null;
  readonly movement: Movement | null;
  readonly sinceBaseline: Movement | null;
  readonly towardsTarget: number | null;
}

/** What an indicator aims at, as far as it says. */
export interface Aim {
  readonly direction: Direction;
  readonly frequency: Frequency;
  readonly baselineValue: number | null;
  readonly targetValue: number | null;
}

/**
 * The curve over all periods from the first to the last: a period that should have a figure by today and has
 * none is missing; one that is not due yet is left out.
 */
export function curve(
  known: readonly KnownPoint[],
  span: { first: string; last: string },
  frequency: Frequency,
  today: PlainDate,
): Point[] {
  const byPeriod = new Map(known.map((point) => [point.period, point]));
  const due = lastDuePeriod(today, frequency);
  return periodsFrom(span.first, span.last).flatMap((period) => {
    const point = byPeriod.get(period);
    if (point === undefined && period > due) return [];
    return [
      {
        ...(point ?? plainFigure({ state: 'missing' })),
        period,
        preliminary: point !== undefined && lastDayOfPeriod(period) >= today,
        note: point?.note ?? '',
      },
    ];
  });
}

/**
 * The figure that counts now: the newest of a period that is over, or of the running one when there is no
 * other. It is stale when a newer one should have come by today.
 */
export function currentOf(points: readonly Point[], aim: Aim, today: PlainDate): Current {
  const there = points.filter((point) => point.cell.state !== 'missing');
  const newest = there.filter((point) => !point.preliminary).at(-1) ?? there.at(-1);
  if (newest === undefined) return { ...plainFigure({ state: 'missing' }), ...NOTHING };
  const stale = newest.period < lastDuePeriod(today, aim.frequency);
  const cell =
    stale && newest.cell.state === 'value'
      ? { ...newest.cell, state: 'stale' as const, period: newest.period }
      : newest.cell;
  const before = there.filter((point) => point.period < newest.period && valueOf(point) !== null).at(-1);
  return {
    cell,
    known: newest.known,
    unknown: newest.unknown,
    completeness: newest.completeness,
    period: newest.period,
    preliminary: newest.preliminary,
    ageDays: Math.max(0, diffDays(lastDayOfPeriod(newest.period), today)),
    ...moved(valueOf(newest), before === undefined ? null : valueOf(before), aim),
  };
}

const NOTHING = {
  period: null,
  preliminary: false,
  ageDays: null,
  movement: null,
  sinceBaseline: null,
  towardsTarget: null,
} as const;

function moved(now: number | null, before: number | null, { direction, baselineValue, targetValue }: Aim) {
  return {
    movement: now === null || before === null ? null : movement(direction, before, now),
    sinceBaseline: now === null || baselineValue === null ? null : movement(direction, baselineValue, now),
    towardsTarget:
      now === null || baselineValue === null || targetValue === null
        ? null
        : towardsTarget(baselineValue, targetValue, now),
  };
}

function valueOf(point: Point): number | null {
  return point.cell.state === 'value' ? point.cell.value : null;
}

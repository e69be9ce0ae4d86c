import type { Completeness, Count, Figure } from './cell.js';
import { plainFigure, valueCell } from './cell.js';

/** Counts of 1 to 4 people are not shown to partners or published (domain.md; Danmarks Statistik's practice). */
export const LOWEST_SUPPRESSION = 5;

/** People counted for a share: those for whom it is so, of those known, and the unknown where they are counted. */
export interface ShareCounts {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number | null;
}

/** Whether a count of people is too small to show. Zero is a value and is shown. */
export function isSmall(count: number, below: number): boolean {
  return count > 0 && count < below;
}

/**
 * A share as it may be shown. The share and its numerator go when either side of it is small: with the
 * denominator beside it, "all but two" says as much as "two". Who is known goes when those are few, and then the
 * unknown go too, for a total known from elsewhere would give them away. A small number of unknown is hidden
 * and the response rate is said as "at least", worked out from what is shown.
 *
 * @param below the smallest count shown, at least {@link LOWEST_SUPPRESSION}
 */
export function protectShare({ numerator, denominator, unknown }: ShareCounts, below: number): Figure {
  const hidden: Count = { state: 'suppressed', below };
  const fewKnown = isSmall(denominator, below);
  const known = fewKnown ? hidden : shown(denominator);
  const missing = unknown === null ? null : fewKnown || isSmall(unknown, below) ? hidden : shown(unknown);
  const completeness = completenessOf(known, missing);
  if (denominator === 0) {
    const nobody = unknown === null || unknown === 0;
    return { cell: { state: nobody ? 'not_applicable' : 'missing' }, known, unknown: missing, completeness };
  }
  const small = isSmall(numerator, below) || isSmall(denominator - numerator, below);
  const cell = small
    ? hidden
    : { state: 'value' as const, value: percentOf(numerator, denominator), numerator, denominator };
  return { cell, known, unknown: missing, completeness };
}

/** A number of people as it may be shown. */
export function protectPeople(people: number, below: number): Figure {
  return plainFigure(isSmall(people, below) ? { state: 'suppressed', below } : valueCell(people));
}

/** A share in percent with one decimal. */
export function percentOf(numerator: number, denominator: number): number {
  return Math.round((1000 * numerator) / denominator) / 10;
}

function shown(count: number): Count {
  return { state: 'value', count };
}

function completenessOf(known: Count, unknown: Count | null): Completeness | null {
  if (unknown === null || known.state === 'suppressed') return null;
  const all = known.count + (unknown.state === 'value' ? unknown.count : unknown.below - 1);
  if (known.count === 0 || all === 0)
    return unknown.state === 'value' && all > 0 ? { percent: 0, atLeast: false } : null;
  return { percent: Math.floor((100 * known.count) / all), atLeast: unknown.state === 'suppressed' };
}

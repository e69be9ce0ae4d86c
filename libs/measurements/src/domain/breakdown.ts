import type { Count } from './cell.js';
import { isSmall } from './disclosure.js';

/** Parts of a whole as they may be shown beside each other. */
export interface ProtectedBreakdown {
  readonly parts: readonly Count[];
  readonly total: Count;
}

/**
 * Counts that add up to a shown total, with nothing left to work out by subtraction: small parts go, and as long
 * as the total would give a hidden part away (it stands alone, or the hidden ones can only be all ones or all
 * "one below the limit") the next part that is not empty goes too. When no such part is left, the total goes.
 * Which one goes follows from its place and not from its size: "the smallest of the others" would itself be
 * a clue. The reader is not told which of the hidden parts was small.
 *
 * @param below the smallest count shown
 */
export function protectBreakdown(counts: readonly number[], below: number): ProtectedBreakdown {
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count, below) ? [index] : [])));
  while (hidden.size > 0 && givenAway(counts, hidden, below)) {
    const next = nextToHide(counts, hidden);
    if (next === undefined) return answer(counts, hidden, true, below);
    hidden.add(next);
  }
  return answer(counts, hidden, false, below);
}

function givenAway(counts: readonly number[], hidden: ReadonlySet<number>, below: number): boolean {
  if (hidden.size < 2) return true;
  const values = counts.filter((_, index) => hidden.has(index));
  const sum = values.reduce((a, b) => a + b, 0);
  const allSmall = values.every((value) => isSmall(value, below));
  return allSmall && (sum === values.length || sum === values.length * (below - 1));
}

/** The next part in turn after the first hidden one that is still shown and not empty. */
function nextToHide(counts: readonly number[], hidden: ReadonlySet<number>): number | undefined {
  const first = Math.min(...hidden);
  return counts
    .map((_, step) => (first + step) % counts.length)
    .find((index) => !hidden.has(index) && counts[index] !== 0);
}

function answer(
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  hideTotal: boolean,
  below: number,
): ProtectedBreakdown {
  const count = (value: number, hide: boolean): Count =>
    hide ? { state: 'suppressed', below } : { state: 'value', count: value };
  return {
    parts: counts.map((value, index) => count(value, hidden.has(index))),
    total: count(
      counts.reduce((a, b) => a + b, 0),
      hideTotal,
    ),
  };
}

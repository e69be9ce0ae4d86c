import { addDays, diffDays, type PlainDate } from '#libs/kernel';
import type { Spell } from './destination-spell.js';

/** The type of destination a participant had on most days of a year. */
export interface YearStatus {
  readonly year: number;
  readonly typeKey: string;
  readonly days: number;
}

/** Days nobody can account for: between spells, and after an open spell's review date. */
export const unknownType = 'unknown';

/**
 * The status of each year from the first spell to today: the type with most days (as Scotland's Annual Participation
 * Measure). Days side by side count for both types; ties go to the one that began last. An open spell counts only as
 * far as it is confirmed, so old data never grows by itself.
 */
export function yearStatuses(spells: readonly Spell[], today: PlainDate): YearStatus[] {
  const known = spells.filter((spell) => spell.from <= today);
  const first = known.map((spell) => spell.from).sort()[0];
  if (first === undefined) return [];
  const years = Array.from(
    { length: Number(today.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, index) => Number(first.slice(0, 4)) + index,
  );
  return years.map((year) => statusOf(year, known, first, today));
}

function statusOf(year: number, spells: readonly Spell[], first: PlainDate, today: PlainDate): YearStatus {
  const start = latest(`${String(year)}-01-01`, first);
  const end = earliest(`${String(year)}-12-31`, today);
  const stretches = spells
    .map((spell) => ({
      ...spell,
      start: latest(spell.from, start),
      end: earliest(lastKnownDay(spell, today), end),
    }))
    .filter((stretch) => stretch.start <= stretch.end)
    .sort((a, b) => a.from.localeCompare(b.from));
  const days = new Map<string, number>([[unknownType, gaps(stretches, start, end)]]);
  for (const { typeKey, start: from, end: to } of stretches)
    days.set(typeKey, (days.get(typeKey) ?? 0) + diffDays(from, to) + 1);
  const [best] = [...days].reverse().sort(([, a], [, b]) => b - a);
  return { year, typeKey: best?.[0] ?? unknownType, days: best?.[1] ?? 0 };
}

/** The last day up to today that the spell vouches for. */
function lastKnownDay(spell: Spell, today: PlainDate): PlainDate {
  return earliest(spell.to ?? today, earliest(spell.nextReviewOn ?? today, today));
}

/** Days from start to end that no stretch covers; stretches are sorted by their start. */
function gaps(
  stretches: readonly { readonly start: PlainDate; readonly end: PlainDate }[],
  start: PlainDate,
  end: PlainDate,
): number {
  let covered = addDays(start, -1);
  let missing = 0;
  for (const stretch of stretches) {
    missing += Math.max(0, diffDays(covered, stretch.start) - 1);
    covered = latest(covered, stretch.end);
  }
  return missing + Math.max(0, diffDays(covered, end));
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function earliest(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

import type { SpellStanding } from '#libs/api-schema';
import { addDays, addMonths, addYears, DomainError, type PlainDate } from '#libs/kernel';

/** What a participant is doing from a day to a day, both included; open when the end is not known. */
export interface Spell {
  readonly id: string;
  readonly typeKey: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The day after which an unfinished spell is no longer taken for granted; null when it ends before that. */
  readonly nextReviewOn: PlainDate | null;
}

/** A spell somebody wants to log. */
export interface WantedSpell {
  readonly typeKey: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Runs alongside what the participant does already instead of ending it (a leisure job beside school). */
  readonly beside: boolean;
}

/** An open spell that a new one ends, with its last day. */
export interface EndedSpell {
  readonly id: string;
  readonly typeKey: string;
  readonly to: PlainDate;
}

/** Months after the start at which a destination is confirmed (Scotland: about 3 and 9; here 3, 6, 12), then yearly. */
const checkpoints = [3, 6, 12] as const;
const endless = '9999-12-31';

/**
 * The day a spell is next to be confirmed: the first checkpoint after it was last confirmed, counted from its start.
 * @returns null when the spell ends before that
 */
export function nextReview(spell: Pick<Spell, 'from' | 'to'>, confirmedOn: PlainDate): PlainDate | null {
  const first = checkpoints.map((months) => addMonths(spell.from, months)).find((day) => day > confirmedOn);
  let day = first ?? addYears(spell.from, 2);
  for (let years = 3; day <= confirmedOn; years += 1) day = addYears(spell.from, years);
  return spell.to !== null && spell.to <= day ? null : day;
}

/** The days up to and with `until` on which a spell that began then was to be confirmed, the first three checkpoints and then yearly. */
export function reviewDays(from: PlainDate, until: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  let day = nextReview({ from, to: null }, from);
  while (day !== null && day <= until) {
    days.push(day);
    day = nextReview({ from, to: null }, day);
  }
  return days;
}

/** What may be said of the spell on a day: an unfinished one past its review day decays to `unconfirmed`. */
export function standingOn(spell: Omit<Spell, 'id' | 'typeKey'>, day: PlainDate): SpellStanding {
  if (spell.from > day) return 'planned';
  if (spell.to !== null && spell.to < day) return 'past';
  return spell.nextReviewOn !== null && spell.nextReviewOn < day ? 'unconfirmed' : 'current';
}

/**
 * Finds room for a new spell among those a participant has; nothing that is there is overwritten.
 * - The same type twice at once is one destination logged twice: refused.
 * - A spell that still runs ends the open ones that began before it, on the day before, unless it is logged `beside`.
 * - One that began before an open one needs an end or to be `beside`: which of the two holds now would be a guess.
 * - One that is over already changes nothing about what is open.
 * @returns the open spells that the new one ends
 * @throws DomainError participants/ends-before-start, too-far-ahead, before-birth, spell-overlaps, later-spell-open
 */
export function placeSpell(
  existing: readonly Spell[],
  wanted: WantedSpell,
  birthYear: number,
  today: PlainDate,
): EndedSpell[] {
  checkDates(wanted, birthYear, today);
  const stillRuns = wanted.to === null || wanted.to >= today;
  const others = existing.filter((spell) => spell.typeKey !== wanted.typeKey && spell.to === null);
  const ended = wanted.beside || !stillRuns ? [] : others.filter((spell) => spell.from < wanted.from);
  refuseSameTypeTwice(existing, wanted);
  const later = others.find((spell) => spell.from >= wanted.from);
  if (later !== undefined && wanted.to === null && !wanted.beside)
    throw new DomainError('participants/later-spell-open', { from: later.from }, 'to');
  return ended.map(({ id, typeKey }) => ({ id, typeKey, to: addDays(wanted.from, -1) }));
}

/**
 * Checks the last day of an open spell.
 * @throws DomainError participants/spell-not-open, participants/ends-before-start
 */
export function endSpell(spell: Spell, to: PlainDate): void {
  if (spell.to !== null) throw new DomainError('participants/spell-not-open');
  if (to < spell.from)
    throw new DomainError('participants/ends-before-start', { from: spell.from, to }, 'to');
}

/**
 * The next review after a spell was confirmed today.
 * @throws DomainError participants/spell-not-open, participants/not-begun
 */
export function confirmSpell(spell: Spell, today: PlainDate): PlainDate | null {
  const standing = standingOn(spell, today);
  if (standing === 'past') throw new DomainError('participants/spell-not-open');
  if (standing === 'planned') throw new DomainError('participants/not-begun', { from: spell.from });
  return nextReview(spell, today);
}

function checkDates({ from, to }: WantedSpell, birthYear: number, today: PlainDate): void {
  if (from > addYears(today, 1)) throw new DomainError('participants/too-far-ahead', { date: from }, 'from');
  if (Number(from.slice(0, 4)) < birthYear)
    throw new DomainError('participants/before-birth', { date: from }, 'from');
  if (to !== null && to < from) throw new DomainError('participants/ends-before-start', { from, to }, 'to');
}

function refuseSameTypeTwice(existing: readonly Spell[], wanted: WantedSpell): void {
  const twice = existing.find(
    (spell) =>
      spell.typeKey === wanted.typeKey &&
      spell.from <= (wanted.to ?? endless) &&
      wanted.from <= (spell.to ?? endless),
  );
  if (twice !== undefined)
    throw new DomainError('participants/spell-overlaps', { from: twice.from, to: twice.to ?? '…' }, 'from');
}

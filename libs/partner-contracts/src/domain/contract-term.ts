import { addDays, addMonths, partsOf, type PlainDate } from '#libs/kernel';

/** The days a contract is in force, both included. */
export interface ContractTerm {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/**
 * The term that begins on a day and runs so many months: the last day is the one before the same day of the
 * month it ends in. Where that month is too short to have the day, the term ends with the month, so that a
 * late start never costs days (29 February 2028 and 24 months: to 28 February 2030).
 */
export function termFrom(startsOn: PlainDate, months: number): ContractTerm {
  const turn = addMonths(startsOn, months);
  const shortened = partsOf(turn).day < partsOf(startsOn).day;
  return { startsOn, endsOn: shortened ? turn : addDays(turn, -1) };
}

import Holidays from 'date-holidays';
import { partsOf, type PlainDate } from '#libs/kernel';

/** Days on which Denmark is closed though the law names no public holiday (MM-DD). */
const closedAsWell: readonly string[] = ['06-05', '12-24', '12-31'];

const denmark = new Holidays('DK', { types: ['public'] });
const byYear = new Map<number, ReadonlySet<PlainDate>>();

/** Public holidays of Denmark, and Grundlovsdag, 24 and 31 December. */
export function isDanishHoliday(date: PlainDate): boolean {
  if (closedAsWell.includes(date.slice(5))) return true;
  const { year } = partsOf(date);
  const known =
    byYear.get(year) ?? new Set(denmark.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  byYear.set(year, known);
  return known.has(date);
}

/** A calendar date without time or zone, written `YYYY-MM-DD` (years 0001–9999). */
export type PlainDate = string;

/** A calendar month, written `YYYY-MM`. */
export type Month = string;

const DAY_MS = 86_400_000;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Days in that month (1–12) of the Gregorian year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date of year, month (1–12) and day, or null when the calendar has no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return write(year, month, day);
}

/** Reads `YYYY-MM-DD`; null when it is written otherwise or the day does not exist. */
export function parsePlainDate(text: string): PlainDate | null {
  const found = DATE_PATTERN.exec(text);
  return found ? plainDateOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** Whether the text is an existing date written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  return parsePlainDate(text) !== null;
}

/** Whether the text is a month written `YYYY-MM`. */
export function isMonth(text: string): text is Month {
  return MONTH_PATTERN.test(text) && !text.startsWith('0000');
}

/** Year, month (1–12) and day of a date. Throws RangeError when it is not a date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  if (!isPlainDate(date)) throw new RangeError(`not a date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date so many days later (negative: earlier). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from the first date to the second; negative when the second is earlier. */
export function diffDays(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date so many months later (negative: earlier); a day the month lacks becomes its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const { year: newYear, month: newMonth } = shift(year, month, months);
  return write(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The date so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** For sorting: negative when `a` is before `b`, 0 when they are the same day. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The month a date lies in. */
export function monthOf(date: PlainDate): Month {
  partsOf(date);
  return date.slice(0, 7);
}

/** The month so many months later (negative: earlier). */
export function addToMonth(month: Month, months: number): Month {
  const shifted = shift(Number(month.slice(0, 4)), Number(month.slice(5, 7)), months);
  return write(shifted.year, shifted.month, 1).slice(0, 7);
}

/** Months from the first to the second; negative when the second is earlier. */
export function diffMonths(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** The months from the first to the last, both included; empty when the last is earlier. */
export function monthsFrom(first: Month, last: Month): Month[] {
  return Array.from({ length: Math.max(0, diffMonths(first, last) + 1) }, (_, i) => addToMonth(first, i));
}

/** The first day of a month. */
export function firstDayOf(month: Month): PlainDate {
  return addToMonth(month, 0) + '-01';
}

/** The last day of a month. */
export function lastDayOf(month: Month): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), -1);
}

function write(year: number, month: number, day: number): PlainDate {
  if (year < 1 || year > 9999) throw new RangeError(`outside the calendar: year ${String(year)}`);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function shift(year: number, month: number, months: number): { year: number; month: number } {
  const total = year * 12 + (month - 1) + months;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
}

function monthNumber(month: Month): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

function dayNumber(date: PlainDate): number {
  partsOf(date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(days: number): PlainDate {
  const at = new Date(days * DAY_MS);
  return write(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

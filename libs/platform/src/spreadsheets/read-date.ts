import type { PlainDate } from '#libs/kernel';
import { addDays, daysInMonth, plainDateOf } from '#libs/kernel';
import type { Reading } from './read-cell.js';
import { read, tidyText, unreadable } from './read-cell.js';

const DAY_FIRST = /^(\d{1,2})[-./\s]{1,2}(\d{1,2})[-./\s]{1,2}(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const WITH_NAME = /^(?:den\s+)?(\d{1,2})\.?\s*([a-zæøå]+)\.?\s+(\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** Day 1 of Excel is 1 January 1900; it believes that 1900 was a leap year. */
const EXCEL_DAY_ZERO = '1899-12-30';

/**
 * Reads a date as Danes write it: `31-12-2026`, `31/12-26`, `31.12.2026`, `31. december 2026`, ISO, a date with
 * a time behind it, or the day number of an unformatted Excel cell. An impossible date is never moved to
 * another day: it is a problem that says what to write.
 */
export function readDate(cell: string): Reading<PlainDate> {
  const text = tidyText(cell).replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?$/, '');
  if (text === '') return read<PlainDate>(null);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dateOf(fullYear(dayFirst[3] ?? ''), Number(dayFirst[2]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const named = WITH_NAME.exec(text);
  const month = MONTHS.indexOf((named?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (named && month > 0) return dateOf(Number(named[3]), month, Number(named[1]));
  // 1927 to 2064: what a five-digit day number can mean here.
  if (/^\d{5}$/.test(text) && Number(text) >= 10_000 && Number(text) <= 60_000)
    return read(addDays(EXCEL_DAY_ZERO, Number(text)));
  return unreadable('date-unreadable');
}

/** Two digits mean the years from 1950 to 2049. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function dateOf(year: number, month: number, day: number): Reading<PlainDate> {
  if (year < 1900 || year > 2200) return unreadable('date-far-off', { year });
  const date = plainDateOf(year, month, day);
  if (date !== null) return read(date);
  const swapped = plainDateOf(year, day, month);
  if (month > 12 && swapped !== null)
    return unreadable('date-month-first', { month, suggestion: danish(year, day, month) });
  if (month < 1 || month > 12 || day < 1) return unreadable('date-unreadable');
  return unreadable('date-impossible', { last: danish(year, month, daysInMonth(year, month)) });
}

function danish(year: number, month: number, day: number): string {
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${String(year)}`;
}

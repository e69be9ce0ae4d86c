import type { Frequency } from '#libs/api-schema';
import type { Month, PlainDate } from '#libs/kernel';
import { addDays, addToMonth, lastDayOf, monthOf } from '#libs/kernel';

/** A month (`2026-10`), a quarter (`2026-Q4`) or a year (`2026`); keys of one frequency sort by time. */
export type Period = string;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Frequency, number>;
/** Days after a period's end in which a figure may still be on its way without being late. */
const GRACE = { month: 31, quarter: 45, year: 92 } as const satisfies Record<Frequency, number>;
const PATTERN = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
} as const satisfies Record<Frequency, RegExp>;

/** How a period of each frequency is written. */
export const PERIOD_EXAMPLE = {
  month: '2026-10',
  quarter: '2026-Q4',
  year: '2026',
} as const satisfies Record<Frequency, string>;

/** Whether the text is a period of that frequency. */
export function isPeriod(text: string, frequency: Frequency): text is Period {
  return PATTERN[frequency].test(text);
}

/** The period of that frequency which the month lies in. */
export function periodOf(month: Month, frequency: Frequency): Period {
  if (frequency === 'month') return month;
  const year = month.slice(0, 4);
  return frequency === 'year' ? year : `${year}-Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`;
}

/** The first month of a period. */
export function firstMonthOf(period: Period): Month {
  if (PATTERN.month.test(period)) return period;
  const year = period.slice(0, 4);
  if (PATTERN.year.test(period)) return `${year}-01`;
  return `${year}-${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}`;
}

/** The last day of a period. */
export function lastDayOfPeriod(period: Period): PlainDate {
  return lastDayOf(addToMonth(firstMonthOf(period), MONTHS[frequencyOf(period)] - 1));
}

/** The periods from the first to the last, both included; empty when the last is earlier. */
export function periodsFrom(first: Period, last: Period): Period[] {
  const frequency = frequencyOf(first);
  const periods: Period[] = [];
  for (let at = first; at <= last; at = nextPeriod(at, frequency)) periods.push(at);
  return periods;
}

/** The period after this one. */
export function nextPeriod(period: Period, frequency: Frequency): Period {
  return periodOf(addToMonth(firstMonthOf(period), MONTHS[frequency]), frequency);
}

/** The period before this one. */
export function previousPeriod(period: Period, frequency: Frequency): Period {
  return periodOf(addToMonth(firstMonthOf(period), -MONTHS[frequency]), frequency);
}

/** The newest period whose figure should be there by today, the grace included. */
export function lastDuePeriod(today: PlainDate, frequency: Frequency): Period {
  let period = previousPeriod(periodOf(monthOf(today), frequency), frequency);
  while (addDays(lastDayOfPeriod(period), GRACE[frequency]) >= today)
    period = previousPeriod(period, frequency);
  return period;
}

function frequencyOf(period: Period): Frequency {
  if (PATTERN.month.test(period)) return 'month';
  return PATTERN.year.test(period) ? 'year' : 'quarter';
}

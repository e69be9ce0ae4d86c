import type { PlainDate } from './plain-date.js';
import { partsOf } from './plain-date.js';

/** The product's time zone: what people mean by a date and a time of day. */
export const TIME_ZONE = 'Europe/Copenhagen';

const HOUR_MS = 3_600_000;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Date and time of day that Danish clocks show at an instant. */
export interface LocalDateTime {
  /** `YYYY-MM-DD` */
  date: PlainDate;
  /** `HH:MM:SS`, 24 hours */
  time: string;
}

/** What Danish clocks show at an instant. */
export function copenhagenDateTime(instant: Date): LocalDateTime {
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}:${second}` };
}

/** The calendar date in Denmark at an instant. */
export function copenhagenDate(instant: Date): PlainDate {
  return copenhagenDateTime(instant).date;
}

/**
 * The instant at which Danish clocks show that date and time (`HH:MM` or `HH:MM:SS`, default midnight).
 * In the spring night the missing hour is read one hour later; in the autumn night the doubled hour is
 * its first pass. Throws RangeError on an impossible date or time.
 */
export function copenhagenInstant(date: PlainDate, time = '00:00'): Date {
  partsOf(date);
  const found = TIME_PATTERN.exec(time);
  if (!found) throw new RangeError(`not a time of day: ${time}`);
  const wall = Date.parse(`${date}T${found[1] ?? ''}:${found[2] ?? ''}:${found[3] ?? '00'}Z`);
  // Before and after a clock change only these two offsets are possible; the earlier offset is tried
  // first, which gives the first pass of a doubled hour and moves a missing one forward.
  const before = offsetAt(wall - 24 * HOUR_MS);
  const after = offsetAt(wall + 24 * HOUR_MS);
  const match = [before, after].map((offset) => wall - offset).find((at) => at + offsetAt(at) === wall);
  return new Date(match ?? wall - before);
}

/** Milliseconds that Danish clocks are ahead of UTC at that instant. */
function offsetAt(instant: number): number {
  const { date, time } = copenhagenDateTime(new Date(instant));
  return Date.parse(`${date}T${time}Z`) - Math.floor(instant / 1000) * 1000;
}

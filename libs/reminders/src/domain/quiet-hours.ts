import { addDays, copenhagenDateTime, copenhagenInstant, type PlainDate, weekdayOf } from '#libs/kernel';
import { isDanishHoliday } from './danish-holidays.js';

/** When no reminder is sent, by Danish clocks. */
export interface QuietHours {
  /** `HH:MM`: sending stops. */
  readonly from: string;
  /** `HH:MM`: sending starts; before `from`, so that the quiet hours are those around midnight. */
  readonly to: string;
  readonly onSundays: boolean;
  readonly onHolidays: boolean;
}

/** Quiet from 20 to 7, on Sundays and on holidays. */
export const defaultQuietHours: QuietHours = {
  from: '20:00',
  to: '07:00',
  onSundays: true,
  onHolidays: true,
};

/** The longest run of closed days is some ten days around Christmas. */
const searchDays = 31;

/** The first instant, `from` or later, at which reminders may be sent. */
export function nextSendingInstant(from: Date, quiet: QuietHours): Date {
  const { date } = copenhagenDateTime(from);
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const day = addDays(date, ahead);
    if (isQuietDay(day, quiet)) continue;
    const opens = copenhagenInstant(day, quiet.to);
    const closes = copenhagenInstant(day, quiet.from);
    if (from < opens) return opens;
    if (from < closes) return from;
  }
  throw new RangeError('these quiet hours leave no time for sending');
}

/** The first sending instant of the next day on which sending is allowed. */
export function nextSendingDay(from: Date, quiet: QuietHours): Date {
  return nextSendingInstant(copenhagenInstant(addDays(copenhagenDateTime(from).date, 1)), quiet);
}

/** The instant at which the Danish day of `instant` began. */
export function startOfDay(instant: Date): Date {
  return copenhagenInstant(copenhagenDateTime(instant).date);
}

function isQuietDay(day: PlainDate, quiet: QuietHours): boolean {
  return (quiet.onSundays && weekdayOf(day) === 7) || (quiet.onHolidays && isDanishHoliday(day));
}

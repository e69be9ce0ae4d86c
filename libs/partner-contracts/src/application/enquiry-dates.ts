import type { Locale } from '#libs/api-schema';
import { copenhagenInstant, type PlainDate, TIME_ZONE } from '#libs/kernel';

const formats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: TIME_ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: TIME_ZONE }),
};

/** The last day before a deadline that ends at midnight, written out: "28. november 2026". */
export function lastDayBefore(deadline: Date, locale: Locale): string {
  return formats[locale].format(new Date(deadline.getTime() - 1));
}

/** A calendar date, written out. */
export function writtenDate(date: PlainDate, locale: Locale): string {
  return formats[locale].format(copenhagenInstant(date, '12:00'));
}

import type { Locale } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';

/** A calendar date as it is written out: »1. december 2026«. */
export function writtenDate(date: PlainDate, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

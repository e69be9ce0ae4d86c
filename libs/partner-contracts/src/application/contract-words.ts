import type { CommitmentUnit, Locale } from '#libs/api-schema';
import { copenhagenDateTime, type PlainDate } from '#libs/kernel';

const tag = { da: 'da-DK', en: 'en-GB' } as const;

/** A calendar date in words: `1. december 2026`. */
export function dateInWords(date: PlainDate, locale: Locale): string {
  return new Intl.DateTimeFormat(tag[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** An instant as Danish clocks show it: `1. december 2026 kl. 10.05`. */
export function instantInWords(instant: Date, locale: Locale): string {
  const { date, time } = copenhagenDateTime(instant);
  const clock = time.slice(0, 5);
  return locale === 'da'
    ? `${dateInWords(date, locale)} kl. ${clock.replace(':', '.')}`
    : `${dateInWords(date, locale)} at ${clock}`;
}

const units: Readonly<Record<CommitmentUnit, Record<Locale, readonly [one: string, many: string]>>> = {
  places: { da: ['plads om året', 'pladser om året'], en: ['place a year', 'places a year'] },
  people: { da: ['ung om året', 'unge om året'], en: ['young person a year', 'young people a year'] },
  times: { da: ['gang om året', 'gange om året'], en: ['time a year', 'times a year'] },
  none: { da: ['', ''], en: ['', ''] },
};

/** The unit of a commitment after its number: `pladser om året`. */
export function unitInWords(unit: CommitmentUnit, count: number, locale: Locale): string {
  return units[unit][locale][count === 1 ? 0 : 1];
}

/** A number of months in words; whole years are said as years. */
export function monthsInWords(months: number, locale: Locale): string {
  if (months % 12 === 0) {
    const years = months / 12;
    return locale === 'da' ? `${String(years)} år` : `${String(years)} ${years === 1 ? 'year' : 'years'}`;
  }
  if (locale === 'da') return `${String(months)} ${months === 1 ? 'måned' : 'måneder'}`;
  return `${String(months)} ${months === 1 ? 'month' : 'months'}`;
}

/** A number of days in words. */
export function daysInWords(days: number, locale: Locale): string {
  if (locale === 'da') return `${String(days)} ${days === 1 ? 'dag' : 'dage'}`;
  return `${String(days)} ${days === 1 ? 'day' : 'days'}`;
}

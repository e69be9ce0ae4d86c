import { queueTitles } from '../administration/queue-titles.js';
import type { EventEntry, Locale } from '../catalogue.js';
import { eventCatalogue } from '../events.js';
import { retentionTitles } from '../person-data/retention-titles.js';
import type { InBothLanguages } from '../person-data/words.js';
import { roleTitles } from '../role-titles.js';

const entries: Readonly<Record<string, EventEntry>> = eventCatalogue;

/** How a language writes the values in a line. */
export interface ValueFormats {
  /** `YYYY-MM-DD` */
  date(value: string): string;
  /** `YYYY-MM` */
  month(value: string): string;
}

/** Values that are names of the program's own, and what they are called. */
const valueWords: Readonly<Record<string, Readonly<Record<string, InBothLanguages>>>> = {
  rule: retentionTitles,
  queue: queueTitles,
  role: roleTitles,
};

function written(value: string, formats: ValueFormats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? formats.month(value) : value;
}

/** `{count, plural, one {# partner} other {# partners}}`: both languages have these two forms. */
const plural = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g;

/** A line with something standing in for every value: what a kind of event is called in a list to choose from. */
export function sayEventType(type: string, locale: Locale): string {
  return (entries[type]?.[locale] ?? type)
    .replaceAll(plural, (_, _name: string, _one: string, other: string) => other.replaceAll('#', '…'))
    .replaceAll(/[»"]?\{\w+\}[«"]?/g, '…');
}

/** The line of an event in a language; a type that is not known (from a later version) is said by its name. */
export function sayEvent(
  event: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> },
  locale: Locale,
  formats: ValueFormats,
): string {
  const line = entries[event.type]?.[locale] ?? event.type;
  const counted = line.replaceAll(plural, (_, name: string, one: string, other: string) => {
    const value = event.payload[name];
    return (value === 1 ? one : other).replaceAll('#', String(typeof value === 'number' ? value : '…'));
  });
  return counted.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = event.payload[name];
    if (typeof value !== 'string' && typeof value !== 'number') return whole;
    return valueWords[name]?.[value]?.[locale] ?? written(String(value), formats);
  });
}

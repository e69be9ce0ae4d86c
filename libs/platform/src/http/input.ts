import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { type ErrorCode, errorCatalogue, type Locale } from '#libs/api-schema';
import { DomainError, holdsCpr } from '#libs/kernel';

type Issue = z.core.$ZodIssue;

/** Input that its schema refuses; carries every issue with its field. */
export class InputError extends DomainError<ErrorCode> {
  constructor(readonly issues: readonly Issue[]) {
    super('platform/invalid-input');
  }
}

/** The fields in which a CPR number is asked for: sealed where it is kept, and in no address. */
const askedFor = 'cpr';
const deepest = 40;

/** Where in an input a CPR number stands that nobody asked for. */
function cprFields(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return path.at(-1) !== askedFor && holdsCpr(value) ? [path] : [];
  if (typeof value !== 'object' || value === null || path.length > deepest) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(holdsCpr(key) ? [path] : []),
    ...cprFields(inner, [...path, key]),
  ]);
}

/**
 * CPR numbers go into the one field that asks for them, and into no other text: from there they would reach events,
 * mails and exports (security.md 23).
 * @throws InputError naming each field, never the number
 */
export function refuseCpr(value: unknown): void {
  const fields = cprFields(value);
  if (fields.length === 0) return;
  throw new InputError(
    fields.map((path) => ({
      ...{ code: 'custom', path: [...path], message: 'platform/cpr-refused', input: undefined },
    })),
  );
}

/** Checks bodies, queries and parameters against the schema given at the parameter (`@Body({ schema })`). */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata & { schema?: unknown }): unknown {
    const { schema } = metadata;
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) {
      refuseCpr(value);
      return parsed.data;
    }
    const at = metadata.type === 'param' && metadata.data !== undefined ? [metadata.data] : [];
    throw new InputError(parsed.error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })));
  }
}

/** Names are repeated to whoever sent them; whatever else stands where a name should be is not. */
function isName(key: string): boolean {
  return /^[A-Za-z_][\w-]{0,60}$/.test(key);
}

type Say = (issue: Readonly<Record<string, unknown>>) => Readonly<Record<Locale, string>>;

const required = { da: 'Skal udfyldes.', en: 'Must be filled in.' };
const formats: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  email: {
    da: 'Skal være en mailadresse som navn@firma.dk.',
    en: 'Must be a mail address such as name@company.dk.',
  },
  uuid: { da: 'Er ikke et gyldigt id.', en: 'Is not a valid id.' },
  date: { da: 'Skal være en dato, der findes.', en: 'Must be a date that exists.' },
  datetime: { da: 'Skal være et tidspunkt.', en: 'Must be a point in time.' },
  url: {
    da: 'Skal være en webadresse, der begynder med https://.',
    en: 'Must be a web address starting with https://.',
  },
};

const say: Readonly<Record<string, Say>> = {
  invalid_type: (issue) =>
    issue['input'] === undefined || issue['input'] === null
      ? required
      : {
          da: `Har en forkert form (forventet: ${String(issue['expected'])}).`,
          en: `Has the wrong form (expected: ${String(issue['expected'])}).`,
        },
  too_small: (issue) =>
    issue['origin'] === 'string' && issue['minimum'] === 1
      ? required
      : bound(issue, 'minimum', { da: 'mindst', en: 'at least' }),
  too_big: (issue) => bound(issue, 'maximum', { da: 'højst', en: 'at most' }),
  invalid_format: (issue) =>
    formats[String(issue['format'])] ?? { da: 'Har en forkert form.', en: 'Has the wrong form.' },
  invalid_value: (issue) => {
    if (issue['input'] === undefined || issue['input'] === null) return required;
    const allowed = (issue['values'] as readonly unknown[]).join(', ');
    return { da: `Kan kun være: ${allowed}.`, en: `Can only be: ${allowed}.` };
  },
  unrecognized_keys: (issue) => {
    const keys = (issue['keys'] as readonly string[]).filter(isName).slice(0, 5).join(', ');
    return { da: `Kendes ikke her: ${keys}.`, en: `Not known here: ${keys}.` };
  },
  not_multiple_of: () => ({ da: 'Skal være et helt trin.', en: 'Must be a whole step.' }),
  invalid_union: () => ({
    da: 'Passer ikke til nogen af de mulige former.',
    en: 'Fits none of the possible forms.',
  }),
};

function bound(
  issue: Readonly<Record<string, unknown>>,
  which: 'minimum' | 'maximum',
  words: Readonly<Record<Locale, string>>,
): Readonly<Record<Locale, string>> {
  const limit = String(issue[which]);
  const units: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
    string: { da: 'tegn', en: 'characters' },
    array: { da: 'ting', en: 'items' },
  };
  const unit = units[String(issue['origin'])] ?? { da: '', en: '' };
  return {
    da: `Skal være ${words.da} ${limit} ${unit.da}`.trimEnd() + '.',
    en: `Must be ${words.en} ${limit} ${unit.en}`.trimEnd() + '.',
  };
}

/** One field and what to mend, in a language. A refinement's message may be an error code of the catalogue. */
export function sayIssue(issue: Issue, locale: Locale): { field: string; message: string } {
  const field = issue.path
    .map((piece) =>
      typeof piece === 'number' || /^\d{1,4}$/.test(String(piece)) || isName(String(piece))
        ? String(piece)
        : '?',
    )
    .join('.');
  if (issue.message in errorCatalogue)
    return { field, message: errorCatalogue[issue.message as ErrorCode][locale] };
  const text = say[issue.code]?.(issue as unknown as Record<string, unknown>);
  const key = issue.code === 'unrecognized_keys' && field === '' ? (issue.keys.find(isName) ?? '') : field;
  return { field: key, message: (text ?? { da: 'Kan ikke bruges.', en: 'Cannot be used.' })[locale] };
}

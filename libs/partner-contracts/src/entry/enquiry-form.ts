import type { z } from 'zod';
import { errorCatalogue, type Locale } from '#libs/api-schema';
import { failureOf, InputError, messageOf, refuseCpr } from '#libs/platform';
import type { FormState } from './enquiry-ask.page.js';

/** The fields of a posted form as text; what is no text, or empty where the schema has it optional, is left out. */
export function fieldsOf(body: unknown): Record<string, string> {
  const entries = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
}

/** Reads a form by its schema. @throws InputError with every issue */
export function readForm<T extends z.ZodType>(
  schema: T,
  fields: Readonly<Record<string, string>>,
): z.output<T> {
  const parsed = schema.safeParse(fields, { reportInput: true });
  if (parsed.success) {
    refuseCpr(fields);
    return parsed.data;
  }
  throw new InputError(parsed.error.issues);
}

/** What a refused form says: its status, the values typed, and what to mend. Unexpected errors are thrown on. */
export function refusedForm(
  error: unknown,
  values: Readonly<Record<string, string>>,
  locale: Locale,
): FormState & { readonly message: string } {
  const failure = failureOf(error, locale);
  if (failure === undefined) throw error;
  const message = messageOf(failure.code, failure.params, locale);
  return { values, errors: failure.errors ?? [{ field: 'main', message }], message };
}

/** The status an expected failure has over HTTP. */
export function statusOf(error: unknown, locale: Locale): number {
  const failure = failureOf(error, locale);
  return failure === undefined ? 500 : errorCatalogue[failure.code].status;
}

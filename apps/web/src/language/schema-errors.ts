import { config } from 'zod';
import { errorCatalogue } from '#libs/api-schema';
import type { Language } from './define-messages.js';

interface Issue {
  code: string;
  input?: unknown;
  origin?: string;
  format?: string;
  expected?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  message?: string;
}

const texts = {
  da: {
    missing: 'Feltet skal udfyldes',
    long: (n: string) => `Højst ${n} tegn`,
    short: (n: string) => `Mindst ${n} tegn`,
    above: (n: string) => `Højst ${n}`,
    below: (n: string) => `Mindst ${n}`,
    few: (n: string) => `Vælg mindst ${n}`,
    many: (n: string) => `Vælg højst ${n}`,
    email: 'Skriv en e-mailadresse som navn@eksempel.dk',
    date: 'Skriv en dato som 24.12.2026',
    url: 'Skriv en hel adresse, der begynder med https://',
    number: 'Skriv et tal',
    whole: 'Skriv et helt tal',
    choice: 'Vælg en af mulighederne',
    wrong: 'Værdien kan ikke bruges her',
  },
  en: {
    missing: 'Fill in this field',
    long: (n: string) => `At most ${n} characters`,
    short: (n: string) => `At least ${n} characters`,
    above: (n: string) => `At most ${n}`,
    below: (n: string) => `At least ${n}`,
    few: (n: string) => `Choose at least ${n}`,
    many: (n: string) => `Choose at most ${n}`,
    email: 'Write an e-mail address such as name@example.org',
    date: 'Write a date such as 24/12/2026',
    url: 'Write a whole address beginning with https://',
    number: 'Write a number',
    whole: 'Write a whole number',
    choice: 'Choose one of the options',
    wrong: 'This value cannot be used here',
  },
} as const;

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

/** The text for a value that a schema refused, in plain words that say how to mend it. */
export function schemaError(issue: Issue, language: Language): string {
  const say = texts[language];
  if (isEmpty(issue.input)) return say.missing;
  const limit = String(issue.minimum ?? issue.maximum ?? '');
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return say.short(limit);
    return issue.origin === 'array' || issue.origin === 'set' ? say.few(limit) : say.below(limit);
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return say.long(limit);
    return issue.origin === 'array' || issue.origin === 'set' ? say.many(limit) : say.above(limit);
  }
  if (issue.code === 'invalid_format' && issue.format === 'email') return say.email;
  if (issue.code === 'invalid_format' && issue.format === 'date') return say.date;
  if (issue.code === 'invalid_format' && issue.format === 'url') return say.url;
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? say.whole : say.number;
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return say.choice;
  return say.wrong;
}

/** Makes every zod schema of this browser answer in the person's language. */
export function speakSchemaErrorsIn(language: Language): void {
  config({ localeError: (issue) => schemaError(issue as Issue, language) });
}

const coded: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = errorCatalogue;

/** A schema's own rules say an error code ('module/code'); this is its text. Other messages are given back as they stand. */
export function messageText(message: string, language: Language): string {
  return coded[message]?.[language] ?? message;
}

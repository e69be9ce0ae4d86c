import { createIntl } from 'react-intl';
import { messages } from './messages.js';

/** The names a text asks for, whatever is given for them; throws when the text cannot be read. */
function askedFor(text: string, locale: string): string[] {
  const values: Record<string, number> = {};
  for (const given of [0, 1, 5]) {
    for (const name of Object.keys(values)) values[name] = given;
    for (let missing = missingIn(text, locale, values); missing; missing = missingIn(text, locale, values))
      values[missing] = given;
  }
  return Object.keys(values).sort();
}

/** The next name that is asked for and not given. */
function missingIn(text: string, locale: string, values: Record<string, number>): string | undefined {
  let missing: string | undefined;
  const onError = (error: Error): void => {
    missing = /context variable "(\w+)" was not provided/.exec(error.message)?.[1];
    if (missing === undefined) throw error;
  };
  createIntl({ locale, messages: { text }, onError }).formatMessage({ id: 'text' }, values);
  return missing;
}

describe('the texts', () => {
  const entries = Object.entries<{ da: string; en: string }>(messages);

  it('are never empty', () => {
    expect(entries.filter(([, { da, en }]) => da.trim() === '' || en.trim() === '')).toEqual([]);
  });

  it('can be read and ask for the same values in both languages', () => {
    const differing = entries.filter(
      ([, { da, en }]) => String(askedFor(da, 'da-DK')) !== String(askedFor(en, 'en-GB')),
    );
    expect(differing).toEqual([]);
  });
});

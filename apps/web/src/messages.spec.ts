import { createIntl } from 'react-intl';
import { messages } from './messages.js';

type Value = string | number;

/** The names a text asks for, whatever is given for them; throws when the text cannot be read. */
function askedFor(text: string, locale: string): string[] {
  const names = new Set<string>();
  const intl = createIntl({
    locale,
    messages: { text },
    onError: (error) => {
      throw error;
    },
  });
  for (const given of [0, 1, 5]) {
    const values = new Proxy<Record<string, Value>>(
      {},
      {
        has: () => true,
        get: (_, name) => {
          names.add(String(name));
          return given;
        },
      },
    );
    intl.formatMessage({ id: 'text' }, values);
  }
  return [...names].sort();
}

describe('the texts', () => {
  const entries = Object.entries<{ da: string; en: string }>(messages);

  it.each(entries)('%s can be read and asks for the same values in both languages', (_, { da, en }) => {
    expect(da.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(askedFor(da, 'da-DK')).toEqual(askedFor(en, 'en-GB'));
  });
});

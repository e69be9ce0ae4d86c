import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { messages } from './messages.js';

function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => placeholders(value)) : [];
    return [element.value, ...inner];
  });
}

describe('the texts', () => {
  const entries = Object.entries<{ da: string; en: string }>(messages);

  it('can all be read, and ask for the same values in both languages', () => {
    const differing = entries.filter(([, { da, en }]) => {
      const [first, second] = [da, en].map((text) =>
        JSON.stringify([...new Set(placeholders(parse(text)))].sort()),
      );
      return first !== second;
    });
    expect(differing).toEqual([]);
  });

  it('are never empty, and never hold a straight apostrophe that hides a placeholder', () => {
    const faulty = entries.filter(([, { da, en }]) =>
      [da, en].some((text) => text.trim() === '' || /'\{/.test(text)),
    );
    expect(faulty).toEqual([]);
  });
});

import { printable, printableContent } from './printable.js';

describe('a text in a document', () => {
  it.each(['Ærø, Ålborg og Østerbyen', 'Linje et\nlinje to\ttab', 'Pris: 20 € – »tak«', 'Жанна'])(
    '%j stands as it is written',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it('names what the font does not have instead of leaving it out', () => {
    expect(printable('Jeg er glad 😀!')).toBe('Jeg er glad [emoji U+1F600]!');
    expect(printable('Familie 👨‍👩‍👧')).toBe('Familie [emoji U+1F468 U+1F469 U+1F467]');
    expect(printable('سلام')).toBe('[U+0633][U+0644][U+0627][U+0645]');
  });

  it('does so wherever it stands', () => {
    const content = [{ text: 'æ' }, { columns: [{ text: ['a 😀', { text: '😀', fontSize: 8 }] }] }];
    expect(printableContent(content)).toEqual([
      { text: 'æ' },
      { columns: [{ text: ['a [emoji U+1F600]', { text: '[emoji U+1F600]', fontSize: 8 }] }] },
    ]);
  });
});

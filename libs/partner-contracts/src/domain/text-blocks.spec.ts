import { parseTextBlocks } from './text-blocks.js';

describe('the blocks of a contract text', () => {
  it('are headings, paragraphs and lists, whatever the line ends', () => {
    expect(parseTextBlocks('# Hvorfor\r\nAlle unge\nskal med.\r\n\r\n- ét\n- to\nSlut')).toEqual([
      { kind: 'heading', text: 'Hvorfor' },
      { kind: 'paragraph', text: 'Alle unge skal med.' },
      { kind: 'list', items: ['ét', 'to'] },
      { kind: 'paragraph', text: 'Slut' },
    ]);
  });

  it('lose no word of the text', () => {
    const text = 'a\n- b\n# c\n\n\nd e\n- f';
    const words = parseTextBlocks(text).flatMap((block) =>
      block.kind === 'list' ? block.items : [block.text],
    );
    expect(words.join(' ')).toBe('a b c d e f');
  });
});

import { createRequire } from 'node:module';
import { documentFont, documentFonts } from './fonts.js';

interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** pdfmake's own reader of fonts: what it has no glyph for, pdfmake leaves out without a word. */
const fontkit = createRequire(createRequire(import.meta.url).resolve('pdfmake'))('fontkit') as {
  openSync(path: string): Font;
};
const font = fontkit.openSync(documentFonts[documentFont].normal);
const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });

/** Characters that have no look of their own: ends of lines, joiners, selectors of a look. */
const unseen = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]$/u;

/**
 * A text as the document's font can set it. What the font has no glyph for, such as an emoji, stands as its Unicode
 * number in brackets, so that nothing somebody wrote goes missing unseen.
 */
export function printable(text: string): string {
  if (!/[^\n\t\x20-\xff]/u.test(text)) return text;
  return Array.from(graphemes.segment(text), ({ segment }) => standInFor(segment)).join('');
}

function standInFor(grapheme: string): string {
  const seen = Array.from(grapheme).filter((character) => !unseen.test(character));
  const codes = seen.map((character) => character.codePointAt(0) ?? 0);
  if (codes.every((code) => font.hasGlyphForCodePoint(code))) return grapheme;
  const kind = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme) ? 'emoji ' : '';
  return `[${kind}${codes.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`;
}

/** Every text of a document's content, however deep, as the font can set it. */
export function printableContent<Content>(content: Content): Content {
  if (typeof content === 'string') return printable(content) as Content;
  if (Array.isArray(content)) return content.map(printableContent) as Content;
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]: [string, unknown]) => [key, printableContent(value)]),
  ) as Content;
}

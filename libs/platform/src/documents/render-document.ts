import { createRequire } from 'node:module';
import type { Locale } from '#libs/api-schema';
import type { DocumentContent } from './document-content.js';
import { documentFont, documentFonts, isDocumentFont } from './fonts.js';
import { printable, printableContent } from './printable.js';

/** The part of pdfmake 0.3 used here. Its published types would pull the browser's into every file. */
interface PdfMake {
  setFonts(fonts: typeof documentFonts): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Uint8Array> };
}

/** A document to be set on A4. */
export interface DocumentDefinition {
  /** Shown by readers as the name of the window, and read aloud first. */
  readonly title: string;
  readonly language: Locale;
  /** Who issues it. */
  readonly author: string;
  readonly subject?: string;
  readonly createdAt: Date;
  readonly content: readonly DocumentContent[];
  /** Left part of each page's foot; the page number stands at the right. */
  readonly footer: string;
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
pdfmake.setFonts(documentFonts);
pdfmake.setLocalAccessPolicy(isDocumentFont);
pdfmake.setUrlAccessPolicy(() => false);

const pageWord = { da: ['Side', 'af'], en: ['Page', 'of'] } as const;

/** Width in points between the margins of a page. */
export const documentWidth = 595.28 - 2 * 60;

/**
 * Sets a document as a PDF of A4 pages with embedded fonts, title and language. It reads no file and no
 * address besides the fonts, whatever stands in the content. Characters the font lacks are named, see {@link printable}.
 */
export async function renderDocument(definition: DocumentDefinition): Promise<Uint8Array> {
  const [page, of] = pageWord[definition.language];
  const footer = printable(definition.footer);
  const buffer = await pdfmake
    .createPdf({
      version: '1.7',
      pageSize: 'A4',
      pageMargins: [60, 64, 60, 72],
      language: definition.language,
      displayTitle: true,
      info: {
        title: definition.title,
        author: definition.author,
        subject: definition.subject ?? definition.title,
        creator: 'Rygrad',
        producer: 'Rygrad',
        creationDate: definition.createdAt,
      },
      content: printableContent([...definition.content]),
      footer: (current: number, count: number) => ({
        margin: [60, 24, 60, 0],
        fontSize: 8,
        color: '#454545',
        columns: [
          { text: footer, width: '*' },
          { text: `${page} ${String(current)} ${of} ${String(count)}`, width: 70, alignment: 'right' },
        ],
      }),
      defaultStyle: { font: documentFont, fontSize: 10.5, lineHeight: 1.3, color: '#1a1a1a' },
      styles: {
        title: { fontSize: 21, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 6] },
        heading: { fontSize: 12.5, bold: true, margin: [0, 14, 0, 4] },
        lead: { fontSize: 11.5, color: '#454545', margin: [0, 0, 0, 10] },
        label: { fontSize: 8.5, color: '#454545' },
        small: { fontSize: 8.5, color: '#454545' },
        paragraph: { margin: [0, 0, 0, 6] },
      },
    })
    .getBuffer();
  return new Uint8Array(buffer);
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * IBM Plex Sans as the Danish design system ships it (SIL Open Font License): the interface's own face,
 * with æ, ø and å. The package hides its files from `import`, hence the path from its entry point.
 */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('dkfds')),
  '../fonts/IBMPlexSans/complete/ttf',
);

/** The one family documents are set in. */
export const documentFont = 'IBM Plex Sans';

/** Font files by family, as pdfmake takes them. */
export const documentFonts = {
  [documentFont]: {
    normal: join(folder, 'IBMPlexSans-Regular.ttf'),
    bold: join(folder, 'IBMPlexSans-SemiBold.ttf'),
    italics: join(folder, 'IBMPlexSans-Italic.ttf'),
    bolditalics: join(folder, 'IBMPlexSans-SemiBoldItalic.ttf'),
  },
};

/** Whether a file is one of the fonts: the only local files a document may read. */
export function isDocumentFont(path: string): boolean {
  return Object.values(documentFonts[documentFont]).includes(path);
}

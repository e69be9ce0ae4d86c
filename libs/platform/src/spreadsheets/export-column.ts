import { isFormulaLike } from './read-cell.js';

/** A column of an exported sheet: how it is called and what kind of value it holds. */
export interface ExportColumn {
  readonly header: string;
  /** date: `YYYY-MM-DD` text */
  readonly kind: 'text' | 'number' | 'date' | 'yes-no';
  /** Width in characters, XLSX only. */
  readonly width?: number;
}

/** A value of an exported cell; null is a blank cell. */
export type ExportValue = string | number | boolean | null;

/**
 * Text that no spreadsheet program takes for a formula: one that begins with `= + - @`, tab or CR gets an
 * apostrophe before it (OWASP, CSV injection). Reading it back with `tidyText` takes the apostrophe away.
 */
export function neutralise(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}

/** A file name without path, line breaks or characters that a system refuses. */
export function exportFileName(name: string, extension: 'csv' | 'xlsx'): string {
  const tidy = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  return `${tidy === '' ? 'Rygrad' : tidy}.${extension}`;
}

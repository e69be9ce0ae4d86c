import type { SpreadsheetErrorCode } from '#libs/api-schema';

/** How much of a file is read at most; checked before unpacking and again while reading. */
export interface SpreadsheetLimits {
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Rows of the sheet, the header included. */
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell. */
  readonly cellLength: number;
  /** Entries in an XLSX archive. */
  readonly entries: number;
  /** All entries of an XLSX archive unpacked, in bytes. */
  readonly unpackedBytes: number;
  /** Time for the whole reading, in milliseconds. */
  readonly milliseconds: number;
}

/** Room for a large municipality's lists, far below what would trouble the machine. */
export const defaultLimits: SpreadsheetLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  cellLength: 5_000,
  entries: 500,
  unpackedBytes: 100 * 1024 * 1024,
  milliseconds: 20_000,
};

/** A row below the header, with the row number that the spreadsheet program shows beside it. */
export interface SheetRow {
  readonly line: number;
  /** As many as the header has; dates as `YYYY-MM-DD`, numbers with a decimal comma, yes/no as `ja`/`nej`. */
  readonly cells: string[];
}

/** What a spreadsheet says, before anybody has judged it. */
export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` or `iso-8859-1`; null for XLSX. */
  readonly encoding: TextEncodingName | null;
  readonly delimiter: Delimiter | null;
  /** Name of the sheet that was read; null for CSV. */
  readonly sheetName: string | null;
  readonly header: string[];
  /** Also empty ones between filled ones; empty rows at the end are left out. */
  readonly rows: SheetRow[];
}

/** The encodings that are told apart. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

/** What separates the cells of a CSV row. */
export type Delimiter = ';' | ',' | '\t';

/** Why the file as a whole cannot be read; becomes a DomainError outside the worker thread. */
export class SpreadsheetRefusal extends Error {
  constructor(
    readonly code: SpreadsheetErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

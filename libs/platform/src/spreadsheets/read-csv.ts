import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import { detectDelimiter } from './detect-delimiter.js';
import type { Delimiter, SpreadsheetLimits, TextEncodingName } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

/** A grid of cells as they stand in the file, before a header is looked for. */
export interface CsvGrid {
  encoding: TextEncodingName;
  delimiter: Delimiter;
  grid: string[][];
}

/** Reads CSV text of any of the known encodings and delimiters into a grid. */
export function readCsv(bytes: Uint8Array, limits: SpreadsheetLimits): CsvGrid {
  const { encoding, text: whole } = decodeText(bytes);
  // Excel's own way of naming the delimiter on a line before the header.
  const named = /^sep=([;,\t])\r?\n/.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  const delimiter = (named?.[1] as Delimiter | undefined) ?? detectDelimiter(text);
  return { encoding, delimiter, grid: parseGrid(text, delimiter, limits) };
}

function parseGrid(text: string, delimiter: Delimiter, limits: SpreadsheetLimits): string[][] {
  try {
    return parse(text, {
      delimiter,
      recordDelimiter: ['\r\n', '\n', '\r'],
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: limits.rows + 1,
      maxRecordSize: limits.columns * limits.cellLength,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['records'] ?? 0) + 1;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new SpreadsheetRefusal('platform/spreadsheet-quote-open', { line });
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      throw new SpreadsheetRefusal('platform/spreadsheet-cell-too-long', { line, limit: limits.cellLength });
    throw new SpreadsheetRefusal('platform/spreadsheet-unreadable');
  }
}

import { findHeader } from './find-header.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { Sheet, SpreadsheetLimits } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

/**
 * Reads a CSV or XLSX file, told apart by its first bytes and never by its name. Runs wherever it is
 * called: {@link readSpreadsheet} runs it in a thread of its own. Throws SpreadsheetRefusal.
 */
export async function readSheet(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Sheet> {
  refuseBySize(bytes, limits);
  const sheet = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
    ? await fromXlsx(bytes, limits)
    : fromCsv(bytes, limits);
  refuseByContent(sheet, limits);
  return sheet;
}

async function fromXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Sheet> {
  const { sheetName, grid } = await readXlsx(bytes, limits);
  return { format: 'xlsx', encoding: null, delimiter: null, sheetName, ...findHeader(grid) };
}

function fromCsv(bytes: Uint8Array, limits: SpreadsheetLimits): Sheet {
  const { encoding, delimiter, grid } = readCsv(bytes, limits);
  if (grid.length > limits.rows)
    throw new SpreadsheetRefusal('platform/spreadsheet-too-many-rows', { limit: limits.rows });
  return { format: 'csv', encoding, delimiter, sheetName: null, ...findHeader(grid) };
}

function refuseBySize(bytes: Uint8Array, limits: SpreadsheetLimits): void {
  if (bytes.length === 0) throw new SpreadsheetRefusal('platform/spreadsheet-empty');
  if (bytes.length > limits.bytes) {
    const megabytes = (n: number) => `${String(Math.ceil(n / 1024 / 1024))} MB`;
    throw new SpreadsheetRefusal('platform/spreadsheet-too-large', {
      found: megabytes(bytes.length),
      limit: megabytes(limits.bytes),
    });
  }
  // Before 2007, and every password-protected workbook: an OLE container.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SpreadsheetRefusal('platform/spreadsheet-old-excel');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new SpreadsheetRefusal('platform/spreadsheet-unreadable');
}

function refuseByContent(sheet: Sheet, limits: SpreadsheetLimits): void {
  if (sheet.header.length > limits.columns)
    throw new SpreadsheetRefusal('platform/spreadsheet-too-many-columns', { limit: limits.columns });
  if (sheet.rows.length === 0) throw new SpreadsheetRefusal('platform/spreadsheet-empty');
  const long = sheet.rows.find((row) => row.cells.some((cell) => cell.length > limits.cellLength));
  if (long)
    throw new SpreadsheetRefusal('platform/spreadsheet-cell-too-long', {
      line: long.line,
      limit: limits.cellLength,
    });
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

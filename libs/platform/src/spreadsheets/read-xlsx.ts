import type { CellValue, Worksheet } from 'exceljs';
import { checkArchive } from './check-archive.js';
import type { SpreadsheetLimits } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

/** Parts of a sheet that carry no cell; some of them (merged ranges, validations) can be made to cost much. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'mergeCells',
];

/** Reads the first visible sheet with anything in it. Formulas are never computed: their last shown result is taken. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: SpreadsheetLimits,
): Promise<{ sheetName: string; grid: string[][] }> {
  const names = checkArchive(bytes, limits);
  if (!names.some((name) => /^\/?xl\/workbook\.xml$/i.test(name))) {
    throw new SpreadsheetRefusal(
      names.includes('content.xml')
        ? 'platform/spreadsheet-open-document'
        : 'platform/spreadsheet-unreadable',
    );
  }
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    const copy = Uint8Array.from(bytes);
    await workbook.xlsx.load(copy.buffer, { ignoreNodes: IGNORED });
  } catch {
    throw new SpreadsheetRefusal('platform/spreadsheet-unreadable');
  }
  const sheet = workbook.worksheets.find((each) => each.state === 'visible' && each.actualRowCount > 0);
  if (!sheet) throw new SpreadsheetRefusal('platform/spreadsheet-empty');
  return { sheetName: sheet.name, grid: gridOf(sheet, limits) };
}

function gridOf(sheet: Worksheet, limits: SpreadsheetLimits): string[][] {
  const grid: string[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = cellText(cell.value);
      if (text === '') return;
      if (column > limits.columns)
        throw new SpreadsheetRefusal('platform/spreadsheet-too-many-columns', { limit: limits.columns });
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = text;
    });
    if (cells.length === 0) return;
    if (line > limits.rows)
      throw new SpreadsheetRefusal('platform/spreadsheet-too-many-rows', { limit: limits.rows });
    while (grid.length < line - 1) grid.push([]);
    grid[line - 1] = cells;
  });
  return grid;
}

/** A cell as a Danish user would type it. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value) return cellText(value.result ?? null);
  if ('text' in value) return cellText(value.text);
  return '';
}

/** 15 digits is what Excel itself keeps, so 0,1+0,2 is 0,3. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  return String(Number(value.toPrecision(15))).replace('.', ',');
}

/** exceljs gives Excel's zoneless date cells as UTC. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return rounded.endsWith('T00:00:00.000Z') ? rounded.slice(0, 10) : rounded.slice(0, 16).replace('T', ' ');
}

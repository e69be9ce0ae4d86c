import type { CellValue } from 'exceljs';
import type { ExportColumn, ExportValue } from './export-column.js';
import { neutralise } from './export-column.js';

/** A workbook of one sheet: header in bold and frozen, filter, real dates and numbers. Text is neutralised. */
export async function writeXlsx(
  sheetName: string,
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportValue[])[],
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // Excel allows 31 characters and none of these in a sheet's name.
  const name = sheetName.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31);
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: neutralise(column.header),
    width: column.width ?? 18,
    ...(column.kind === 'date' ? { style: { numFmt: 'dd-mm-yyyy' } } : {}),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
  for (const row of rows) sheet.addRow(columns.map((column, at) => xlsxValue(column, row[at] ?? null)));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function xlsxValue(column: ExportColumn, value: ExportValue): CellValue {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value !== 'string') return value;
  const isDate = column.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return isDate ? new Date(`${value}T00:00:00Z`) : neutralise(value);
}

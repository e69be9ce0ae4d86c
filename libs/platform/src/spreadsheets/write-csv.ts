import { stringify } from 'csv-stringify/sync';
import type { ExportColumn, ExportValue } from './export-column.js';
import { neutralise } from './export-column.js';

/**
 * CSV as Danish Excel opens it by a double click: UTF-8 with BOM, `;`, CRLF, decimal comma, dd-mm-yyyy,
 * ja/nej. Text is neutralised.
 */
export function writeCsv(
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportValue[])[],
): Uint8Array {
  const lines = [
    columns.map((column) => neutralise(column.header)),
    ...rows.map((row) => columns.map((column, at) => csvText(column, row[at] ?? null))),
  ];
  return new TextEncoder().encode(
    stringify(lines, { bom: true, delimiter: ';', record_delimiter: 'windows' }),
  );
}

function csvText(column: ExportColumn, value: ExportValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  const date = column.kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return date ? `${date[3] ?? ''}-${date[2] ?? ''}-${date[1] ?? ''}` : neutralise(value);
}

import type { Column } from './table.js';

/** A cell that a spreadsheet would read as a formula is made plain text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV the way Danish spreadsheets open it: semicolons, CRLF, a byte order mark. */
export function csvText<Row>(all: readonly Column<Row>[], rows: readonly Row[]): string {
  const columns = all.filter(({ isActions }) => !isActions);
  const lines = rows.map((row) => columns.map((column) => csvCell(textOf(column, row))).join(';'));
  return `\uFEFF${[columns.map(({ header }) => csvCell(header)).join(';'), ...lines].join('\r\n')}\r\n`;
}

function textOf<Row>({ text, cell }: Column<Row>, row: Row): string {
  if (text) return text(row);
  const content = cell(row);
  return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}

/** Gives the person the rows as a file. */
export function downloadCsv<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const url = URL.createObjectURL(new Blob([csvText(columns, rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

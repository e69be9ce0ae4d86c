import type { SheetRow } from './sheet.js';

const LOOKED_AT = 25;

/**
 * Splits a grid in header and rows. The header is the first row that fills most of the sheet's width with
 * distinct words; a title or a note above it is left out. A sheet without one gets its columns numbered.
 */
export function findHeader(grid: string[][]): { header: string[]; rows: SheetRow[] } {
  const width = Math.max(0, ...grid.map((row) => lastFilled(row) + 1));
  const at = grid.slice(0, LOOKED_AT).findIndex((row) => isHeader(row, width));
  const named = at >= 0 ? (grid[at] ?? []) : [];
  const header = Array.from({ length: width }, (_, column) => heading(named[column] ?? '', column));
  const rows = grid
    .map((row, index) => ({ line: index + 1, cells: header.map((_, column) => row[column] ?? '') }))
    .slice(at + 1);
  while (rows.length > 0 && rows.at(-1)?.cells.every((cell) => cell.trim() === '')) rows.pop();
  return { header, rows };
}

function isHeader(row: string[], width: number): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0 || filled.length < width * 0.6) return false;
  if (new Set(filled.map((cell) => cell.toLowerCase())).size < filled.length) return false;
  return filled.every((cell) => !looksLikeContent(cell));
}

/** Numbers, dates, mails and yes/no stand below a header, never in it. */
function looksLikeContent(cell: string): boolean {
  return /^[\d\s.,:/+-]+$/.test(cell) || cell.includes('@') || /^(ja|nej)$/i.test(cell) || cell.length > 200;
}

function heading(text: string, column: number): string {
  const tidy = text.replace(/\s+/g, ' ').trim();
  return tidy === '' ? `Kolonne ${String(column + 1)}` : tidy;
}

function lastFilled(row: string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '');
}

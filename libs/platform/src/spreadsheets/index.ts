export * from './export-column.js';
export * from './read-cell.js';
export * from './read-date.js';
export * from './read-number.js';
export * from './read-spreadsheet.js';
export { defaultLimits } from './sheet.js';
export type { Delimiter, Sheet, SheetRow, SpreadsheetLimits, TextEncodingName } from './sheet.js';
export * from './write-csv.js';
export * from './write-xlsx.js';

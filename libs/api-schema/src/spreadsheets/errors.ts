import type { ErrorCatalogue } from '../catalogue.js';

/** Why a spreadsheet as a whole cannot be read. */
export const spreadsheetErrors = {
  'platform/spreadsheet-empty': {
    status: 422,
    da: 'Filen er tom. Vælg en fil med en række overskrifter og mindst én række under dem.',
    en: 'The file is empty. Choose a file with a row of headings and at least one row below it.',
  },
  'platform/spreadsheet-too-large': {
    status: 413,
    da: 'Filen er for stor ({found}). Den må højst fylde {limit}. Del den i flere filer.',
    en: 'The file is too large ({found}). It may be at most {limit}. Split it into several files.',
  },
  'platform/spreadsheet-too-many-rows': {
    status: 422,
    da: 'Arket har flere end {limit} rækker. Del det i flere filer.',
    en: 'The sheet has more than {limit} rows. Split it into several files.',
  },
  'platform/spreadsheet-too-many-columns': {
    status: 422,
    da: 'Arket har flere end {limit} kolonner. Slet dem, der ikke skal med.',
    en: 'The sheet has more than {limit} columns. Delete those that are not needed.',
  },
  'platform/spreadsheet-cell-too-long': {
    status: 422,
    da: 'Cellen i række {line} er længere end {limit} tegn. Forkort den; mangler der et anførselstegn?',
    en: 'The cell in row {line} is longer than {limit} characters. Shorten it; is a quotation mark missing?',
  },
  'platform/spreadsheet-quote-open': {
    status: 422,
    da: 'Et anførselstegn i række {line} bliver aldrig lukket. Ret det i filen, eller gem den igen fra Excel.',
    en: 'A quotation mark in row {line} is never closed. Correct it in the file, or save it again from Excel.',
  },
  'platform/spreadsheet-old-excel': {
    status: 422,
    da: 'Filen er fra en ældre Excel eller er beskyttet med adgangskode. Gem den som .xlsx uden adgangskode.',
    en: 'The file is from an older Excel or protected by a password. Save it as .xlsx without a password.',
  },
  'platform/spreadsheet-open-document': {
    status: 422,
    da: 'Filen er et OpenDocument-regneark (.ods). Gem den som .xlsx eller CSV.',
    en: 'The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV.',
  },
  'platform/spreadsheet-unpacked-too-large': {
    status: 422,
    da: 'Filen fylder for meget, når den pakkes ud. Kopiér kun de rækker, der skal med, til et nyt ark.',
    en: 'The file is too large when unpacked. Copy only the rows that are needed to a new sheet.',
  },
  'platform/spreadsheet-unreadable': {
    status: 422,
    da: 'Filen kan ikke læses som regneark. Gem den som .xlsx eller CSV, og prøv igen.',
    en: 'The file cannot be read as a spreadsheet. Save it as .xlsx or CSV and try again.',
  },
  'platform/spreadsheet-too-slow': {
    status: 422,
    da: 'Filen tog for lang tid at læse. Kopiér kun de rækker, der skal med, til et nyt ark.',
    en: 'The file took too long to read. Copy only the rows that are needed to a new sheet.',
  },
} as const satisfies ErrorCatalogue;

/** The code of a spreadsheet that cannot be read. */
export type SpreadsheetErrorCode = keyof typeof spreadsheetErrors;

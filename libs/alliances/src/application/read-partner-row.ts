import type {
  ColumnMatches,
  Finding,
  OrganisationKind,
  PartnerField,
  PartnerFindingCode,
} from '#libs/api-schema';
import { hasCvrCheckDigit, normaliseCvr } from '#libs/kernel';
import {
  isFormulaLike,
  readDate,
  readDecimal,
  readEmail,
  type Reading,
  readPhone,
  readPostalCode,
  readText,
  readYesNo,
  tidyText,
} from '#libs/platform';
import type { ReadRow, RowValues } from '../domain/partner-row.js';

type Problem = { code: PartnerFindingCode; params: Finding['params'] };
type FieldReading<T> = { ok: true; value: T | null } | { ok: false; problem: Problem };

/** One row of the sheet. */
export interface SheetCells {
  readonly line: number;
  readonly cells: readonly string[];
  readonly skipped: boolean;
}

const kinds: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^(virksomhed|firma|company)/, 'company'],
  [/^(kommune|municipality)/, 'municipality'],
  [/^(skole|uddannelse|school)/, 'school'],
  [/^(forening|civilsamfund|frivillig|civil)/, 'civil_society'],
  [/^(fond|foundation)/, 'foundation'],
  [/^region/, 'region'],
];

/** Reads the cells of a row as what the columns say they are; what cannot be read is a finding with its remedy. */
export function readPartnerRow({ line, cells, skipped }: SheetCells, columns: ColumnMatches): ReadRow {
  const findings: Finding[] = [];
  const cell = (field: PartnerField) => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  };
  const take = <T>(field: PartnerField, reading: FieldReading<T>): T | null => {
    if (reading.ok) return reading.value;
    findings.push({ field, level: 'problem', ...reading.problem, params: { ...reading.problem.params } });
    return null;
  };
  const text = (field: PartnerField, limit: number) => {
    const value = take(field, readText(cell(field), limit));
    if (value !== null && isFormulaLike(value))
      findings.push({ field, level: 'note', code: 'formula-like' satisfies PartnerFindingCode, params: {} });
    return value;
  };
  const values: RowValues = {
    name: text('name', 200),
    cvr: take('cvr', readCvr(cell('cvr'))),
    kind: take('kind', readKind(cell('kind'))),
    sector: text('sector', 80),
    industryCode: take('industryCode', readIndustryCode(cell('industryCode'))),
    address: text('address', 200),
    postalCode: take('postalCode', readPostalCode(cell('postalCode'))),
    city: text('city', 80),
    contactName: text('contactName', 200),
    email: take('email', readEmail(cell('email'))),
    phone: take('phone', readPhone(cell('phone'))),
    employees: take('employees', readEmployees(cell('employees'))),
    takesApprentices: take('takesApprentices', readYesNo(cell('takesApprentices'))),
    joinedOn: take('joinedOn', readDate(cell('joinedOn'))),
    placementPlaces: take('placementPlaces', readDecimal(cell('placementPlaces'), { min: 0, max: 99_999 })),
  };
  return { line, skipped, isEmpty: cells.every((each) => tidyText(each) === ''), values, findings };
}

function readCvr(cell: string): FieldReading<string> {
  const text = tidyText(cell);
  if (text === '') return { ok: true, value: null };
  const digits = normaliseCvr(text);
  if (digits === null) return { ok: false, problem: { code: 'cvr-length', params: {} } };
  return hasCvrCheckDigit(digits)
    ? { ok: true, value: digits }
    : { ok: false, problem: { code: 'cvr-invalid', params: {} } };
}

function readKind(cell: string): FieldReading<OrganisationKind> {
  const text = tidyText(cell).toLowerCase();
  if (text === '') return { ok: true, value: null };
  const found = kinds.find(([words]) => words.test(text));
  return found ? { ok: true, value: found[1] } : { ok: false, problem: { code: 'kind-unknown', params: {} } };
}

/** DB07 codes have six digits; Excel drops the zero they may begin with. */
function readIndustryCode(cell: string): FieldReading<string> {
  const text = tidyText(cell);
  if (text === '') return { ok: true, value: null };
  const digits = text.replace(/[.\s]/g, '');
  if (!/^\d{5,6}$/.test(digits))
    return { ok: false, problem: { code: 'industry-code-unreadable', params: {} } };
  return { ok: true, value: digits.padStart(6, '0').replace(/(\d{2})(\d{2})(\d{2})/, '$1.$2.$3') };
}

/** A number or a range; a date here is what Excel makes of `1-9`. */
function readEmployees(cell: string): Reading<string> | FieldReading<string> {
  const text = tidyText(cell)
    .replace(/\s*[-–]\s*/g, '-')
    .replace(/\s*(ansatte|medarbejdere)$/i, '');
  if (text === '') return { ok: true, value: null };
  if (/^\d{1,6}(?:-\d{1,6}|\+)?$/.test(text)) return { ok: true, value: text };
  return { ok: false, problem: { code: 'employees-unreadable', params: {} } };
}

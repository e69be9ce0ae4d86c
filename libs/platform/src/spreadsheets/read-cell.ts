import type { CellProblemCode } from '#libs/api-schema';
import { normaliseEmail } from '#libs/kernel';

/** What a cell says: its value (null when blank), or why it cannot be read and how to mend it. */
export type Reading<T> = { ok: true; value: T | null } | { ok: false; problem: CellProblem };

/** A problem with a code of the cell catalogue and what fills its message. */
export interface CellProblem {
  code: CellProblemCode;
  params: Readonly<Record<string, string | number>>;
}

/** A value that was read. */
export function read<T>(value: T | null): Reading<T> {
  return { ok: true, value };
}

/** A cell that cannot be read. */
export function unreadable(code: CellProblemCode, params: CellProblem['params'] = {}): Reading<never> {
  return { ok: false, problem: { code, params } };
}

/**
 * Text as it is kept: composed letters, one space between words, no line breaks, control or zero-width
 * characters, and without the apostrophe that an export put before a formula-like beginning.
 */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2028\u2029\u2060\ufeff\u00ad\p{Bidi_Control}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

/** Whether a spreadsheet program would take the text for a formula. */
export function isFormulaLike(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** Reads text of at most so many characters. */
export function readText(cell: string, limit: number): Reading<string> {
  const text = tidyText(cell);
  if (text.length > limit) return unreadable('text-too-long', { limit });
  return read(text === '' ? null : text);
}

/** Reads a mail address, in the form it is compared in. */
export function readEmail(cell: string): Reading<string> {
  const text = tidyText(cell);
  if (text === '') return read<string>(null);
  const email = normaliseEmail(text);
  return email === null ? unreadable('email-unreadable') : read(email);
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'x', 'sand', 'true', '1', '✓']);
const NO = new Set(['nej', 'n', 'no', 'falsk', 'false', '0']);

/** Reads ja/nej and what people write instead. */
export function readYesNo(cell: string): Reading<boolean> {
  const text = tidyText(cell).toLowerCase().replace(/\.$/, '');
  if (text === '') return read<boolean>(null);
  if (YES.has(text)) return read(true);
  return NO.has(text) ? read(false) : unreadable('yes-no-unreadable');
}

/** Reads a telephone number as `+4598123456`; eight digits are Danish. */
export function readPhone(cell: string): Reading<string> {
  const text = tidyText(cell)
    .replace(/^(?:tlf|tel|mobil|telefon)\.?:?\s*/i, '')
    .replace(/[\s.\-/()]/g, '')
    .replace(/^00/, '+');
  if (text === '') return read<string>(null);
  if (/^(?:\+45|45)?[2-9]\d{7}$/.test(text)) return read(`+45${text.slice(-8)}`);
  return /^\+(?!45)[1-9]\d{6,14}$/.test(text) ? read(text) : unreadable('phone-unreadable');
}

/** Reads a Danish postal code: four digits, also behind `DK-`. */
export function readPostalCode(cell: string): Reading<string> {
  const text = tidyText(cell).replace(/^DK[-\s]?/i, '');
  if (text === '') return read<string>(null);
  return /^\d{4}$/.test(text) ? read(text) : unreadable('postal-code-unreadable');
}

import type { Reading } from './read-cell.js';
import { read, tidyText, unreadable } from './read-cell.js';

const DANISH = /^-?(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,\d+)?$/;
const ENGLISH_GROUPED = /^-?\d{1,3}(?:,\d{3})+\.\d+$/;
const ENGLISH_POINT = /^-?\d+\.\d+$/;

/**
 * Reads a decimal number as Danes write it: `1,5`, `1.234,5`, `1 234`. A point that cannot separate thousands
 * is taken for a decimal point (`1.5`); `1.234` is one thousand two hundred and thirty-four.
 */
export function readDecimal(cell: string, range: { min?: number; max?: number } = {}): Reading<number> {
  const text = tidyText(cell)
    .replace(/^−/, '-')
    .replace(/\s*(?:kr\.?|stk\.?)$/i, '');
  if (text === '') return read<number>(null);
  const value = parseDecimal(text);
  if (value === null) return unreadable('number-unreadable');
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range;
  if (value < min || value > max) return unreadable('number-range', { min, max });
  return read(value);
}

function parseDecimal(text: string): number | null {
  if (DANISH.test(text)) return Number(text.replace(/[. ]/g, '').replace(',', '.'));
  if (ENGLISH_GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  return ENGLISH_POINT.test(text) ? Number(text) : null;
}

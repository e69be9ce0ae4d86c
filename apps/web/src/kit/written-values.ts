import type { Language } from '../language/define-messages.js';

/** '24.12.2026', '24/12-26', '24 12 2026' or '2026-12-24' → '2026-12-24'; undefined when it is no date. */
export function parseDate(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const danish = /^\s*(\d{1,2})[./\-\s]+(\d{1,2})[./\-\s]+(\d{2}|\d{4})\s*$/.exec(text);
  const compact = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  const found = danish ?? compact;
  const [day, month, year] = iso ? [iso[3], iso[2], iso[1]] : [found?.[1], found?.[2], found?.[3]];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const whole = year.length === 2 ? `20${year}` : year;
  const plain = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${plain}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(plain) ? plain : undefined;
}

/** '2026-12-24' → '24.12.2026'; anything else is given back as it stands. */
export function writeDate(value: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts ? `${parts[3] ?? ''}.${parts[2] ?? ''}.${parts[1] ?? ''}` : value;
}

/** '1.234,5' (da) or '1,234.5' (en) → 1234.5; undefined when it is no number. */
export function parseNumber(text: string, language: Language): number | undefined {
  const [group, decimal] = language === 'da' ? ['.', ','] : [',', '.'];
  const plain = text
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace('−', '-');
  const pattern =
    language === 'da' ? /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/ : /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
  if (!pattern.test(plain)) return undefined;
  return Number(plain.replaceAll(group, '').replace(decimal, '.'));
}

/** 1234.5 → '1234,5' (da) or '1234.5' (en): no grouping while one edits. */
export function writeNumber(value: number, language: Language): string {
  return language === 'da' ? String(value).replace('.', ',') : String(value);
}

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1] as const;

/**
 * Brings a CVR number as people write it ('DK 28 66 20 17', '28662017') to its eight digits; null when
 * it is not eight digits. Says nothing about the check digit: see {@link isCvr}.
 */
export function normaliseCvr(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*(?:CVR[-. ]*(?:nr\.?)?[: ]*)?(?:DK)?/i, '')
    .replace(/[\s.\-\u00ad]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** Whether eight digits satisfy modulus 11 with weights 2,7,6,5,4,3,2,1 (Erhvervsstyrelsen) and do not begin with 0. */
export function hasCvrCheckDigit(digits: string): boolean {
  if (!/^[1-9]\d{7}$/.test(digits)) return false;
  return WEIGHTS.reduce<number>((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11 === 0;
}

/** Reads a CVR number as people write it; its eight digits, or null when it is not a valid one. */
export function parseCvr(text: string): string | null {
  const digits = normaliseCvr(text);
  return digits !== null && hasCvrCheckDigit(digits) ? digits : null;
}

/** Whether the text, as people write it, is a valid CVR number. */
export function isCvr(text: string): boolean {
  return parseCvr(text) !== null;
}

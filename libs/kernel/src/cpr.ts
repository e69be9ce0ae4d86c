const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Six digits, perhaps parted from four: standing alone, not inside a longer number, word or id. */
const written = /(?<![\p{L}\p{N}])(\d{6})([\s._/\u2010-\u2015-]{0,3})(\d{4})(?![\p{L}\p{N}])/gu;

/** Whether six digits are a day and a month; 60 is added to the day of numbers given for a time. */
function isBirthday(digits: string): boolean {
  const stated = Number(digits.slice(0, 2));
  const day = stated > 60 ? stated - 60 : stated;
  return day >= 1 && day <= (daysOf[Number(digits.slice(2, 4)) - 1] ?? 0);
}

function hasCheckDigit(digits: string): boolean {
  return weights.reduce<number>((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11 === 0;
}

/**
 * Whether a text holds what looks like a CPR number: a birthday and four digits, parted as people part them, or ten
 * digits in one with the check digit (modulus 11) that nearly all CPR numbers have. Telephone numbers, CVR numbers, ids
 * and dates with a time are none.
 */
export function holdsCpr(text: string): boolean {
  for (const [, day = '', parting = '', rest = ''] of text.matchAll(written))
    if (isBirthday(day) && (parting !== '' || hasCheckDigit(day + rest))) return true;
  return false;
}

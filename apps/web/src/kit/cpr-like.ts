/**
 * Does a search look like a CPR number? Searches stand in addresses, and addresses in logs, so such a text is not searched
 * for. (The server refuses CPR numbers in texts by a narrower rule; here a few too many do no harm.)
 */
export function isCprLike(text: string): boolean {
  return /(?<!\d)[0-3]\d[01]\d{3}[\s._/-]?\d{4}(?!\d)/.test(text);
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** The longest address mail servers accept (RFC 5321). */
export const EMAIL_MAX_LENGTH = 254;

/**
 * Brings a mail address to the form it is kept and compared in: trimmed, lower case, without `mailto:`
 * or `<>`; null when it is not an address.
 */
export function normaliseEmail(text: string): string | null {
  const address = text
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  if (address.length > EMAIL_MAX_LENGTH) return null;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  if (at < 1 || local.length > 64 || !LOCAL.test(local)) return null;
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : address;
}

/** Whether the text is a mail address (after the tidying of {@link normaliseEmail}). */
export function isEmail(text: string): boolean {
  return normaliseEmail(text) !== null;
}

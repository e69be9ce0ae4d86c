import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A new secret of 256 bits for a link or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What is stored of a code: keyed by the row it belongs to, so that equal codes look different. */
export function hashCode(code: string, rowId: string): Buffer {
  return createHmac('sha256', rowId).update(code, 'utf8').digest();
}

/** Compares a code with what is stored, in constant time. */
export function codeFits(code: string, rowId: string, stored: Buffer | null): boolean {
  if (stored === null) return false;
  const given = hashCode(code, rowId);
  return given.length === stored.length && timingSafeEqual(given, stored);
}

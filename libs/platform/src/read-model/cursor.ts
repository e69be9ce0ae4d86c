import { DomainError } from '#libs/kernel';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where a page ended: the sort it belongs to, the last row's key and id. */
export function encodeCursor(sort: string, last: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([sort, ...last])).toString('base64url');
}

/** @throws DomainError platform/invalid-input when the text is not a cursor of this sort */
export function decodeCursor(sort: string, text: string): readonly [string | number | null, string] {
  const refuse = (): never => {
    throw new DomainError('platform/invalid-input', {}, 'after');
  };
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 3) return refuse();
    const [of, key, id] = value as unknown[];
    const keyFits = key === null || typeof key === 'string' || typeof key === 'number';
    if (of !== sort || !keyFits || typeof id !== 'string' || !uuid.test(id)) return refuse();
    return [key, id];
  } catch {
    return refuse();
  }
}

/** The question part of an address as plain text values: readable, and the same as the API's own. */
export type SearchText = Record<string, string>;

/** '?q=smed&sort=-name' → { q: 'smed', sort: '-name' } */
export function readSearch(search: string): SearchText {
  return Object.fromEntries(new URLSearchParams(search));
}

/** { q: 'smed' } → '?q=smed'; empty values are left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}

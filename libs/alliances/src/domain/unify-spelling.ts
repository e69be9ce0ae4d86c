import type { ReadRow } from './partner-row.js';

/**
 * Towns written all in capitals or all in small letters are written as the rest of the list or the alliance
 * writes them, so that one town is one choice in a filter; the row says so in a note.
 */
export function unifyTowns(rows: readonly ReadRow[], knownTowns: readonly string[]): ReadRow[] {
  const usual = new Map<string, string>();
  for (const town of [...knownTowns, ...rows.flatMap((row) => row.values.city ?? [])])
    if (!isOddlyWritten(town) && !usual.has(town.toLowerCase())) usual.set(town.toLowerCase(), town);
  return rows.map((row) => {
    const { city } = row.values;
    if (city === null || !isOddlyWritten(city)) return row;
    const to = usual.get(city.toLowerCase()) ?? capitalised(city);
    if (to === city) return row;
    return {
      ...row,
      values: { ...row.values, city: to },
      findings: [...row.findings, { field: 'city', level: 'note', code: 'city-spelling', params: { to } }],
    };
  });
}

function isOddlyWritten(town: string): boolean {
  return town === town.toUpperCase() || town === town.toLowerCase();
}

function capitalised(town: string): string {
  return town
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

import type { Delimiter } from './sheet.js';

const CANDIDATES: readonly Delimiter[] = [';', '\t', ','];
const SAMPLE_ROWS = 50;

/**
 * The delimiter that splits most of the first rows into the same number of cells. Delimiters inside
 * quotation marks do not count; `;` (Danish Excel) wins a draw.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 };
  const rows = sampleRows(text);
  for (const delimiter of CANDIDATES) {
    const counts = rows.map((row) => row.split(delimiter).length - 1);
    const usual = mostCommon(counts.filter((count) => count > 0));
    const score = counts.filter((count) => count === usual && count > 0).length * 1000 + usual;
    if (usual > 0 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The first filled rows without what stands in quotation marks (where delimiters and line breaks mean nothing). */
function sampleRows(text: string): string[] {
  const unquoted = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, '');
  return unquoted
    .split(/\r\n|\r|\n/)
    .filter((row) => /[^\s;,\t]/.test(row))
    .slice(0, SAMPLE_ROWS);
}

function mostCommon(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

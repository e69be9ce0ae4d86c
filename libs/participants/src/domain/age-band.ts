import type { AgeBand } from '#libs/api-schema';

/** The first age of each band; Ungegarantien reaches from 6 to 29. */
const bands: readonly (readonly [number, AgeBand])[] = [
  [30, '30+'],
  [25, '25-29'],
  [18, '18-24'],
  [16, '16-17'],
  [13, '13-15'],
];

/** The age band of somebody born in a year, by the age reached during the given year. */
export function ageBandOf(birthYear: number, year: number): AgeBand {
  const age = year - birthYear;
  return bands.find(([from]) => age >= from)?.[1] ?? '6-12';
}

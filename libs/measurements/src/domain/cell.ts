/**
 * What one cell of a table or one point of a curve says. The five are never mixed up: zero is a value,
 * a hidden number is not zero, and an old number is not a present one.
 */
export type Cell =
  /** A figure, zero included; counts behind a share come along. */
  | CellValue
  /** A figure exists, but shows so few people that it, or its neighbour, could be worked out. */
  | { readonly state: 'suppressed'; readonly below: number }
  /** A figure should be here and is not. */
  | { readonly state: 'missing' }
  /** The newest figure there is, older than it should be by now. */
  | (Omit<CellValue, 'state'> & { readonly state: 'stale'; readonly period: string })
  /** There is nothing to measure here. */
  | { readonly state: 'not_applicable' };

/** A figure in the indicator's unit; numerator and denominator when it is a share of counted people. */
export interface CellValue {
  readonly state: 'value';
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A number of people: shown, or hidden because it is small. */
export type Count =
  | { readonly state: 'value'; readonly count: number }
  | { readonly state: 'suppressed'; readonly below: number };

/** How much of those concerned a share rests on, in whole percent. */
export interface Completeness {
  readonly percent: number;
  /** The unknown are few and therefore hidden: the true percentage is this or higher. */
  readonly atLeast: boolean;
}

/** A figure with what it rests on. */
export interface Figure {
  readonly cell: Cell;
  /** Those of whom it is known whether it is so; null when the figure is no share of counted people. */
  readonly known: Count | null;
  /** Those of whom nothing current is known; null when nobody counts them. */
  readonly unknown: Count | null;
  /** The response rate; null when it cannot be said or shown. */
  readonly completeness: Completeness | null;
}

/** A figure that rests on no count of people. */
export function plainFigure(cell: Cell): Figure {
  return { cell, known: null, unknown: null, completeness: null };
}

/** A figure without counts behind it. */
export function valueCell(value: number): CellValue {
  return { state: 'value', value, numerator: null, denominator: null };
}

import type { PromiseCount, PromiseRates } from '#libs/api-schema';
import { protectBreakdown } from '#libs/measurements';
import { rateOf } from '../domain/promise.js';

/** Counts of one group of chains. */
export interface PromiseTally {
  readonly partner: string | null;
  readonly name: string | null;
  readonly sector: string | null;
  readonly month: string | null;
  /** Which grouping it belongs to: bits of `grouping(partner, sector, month)`. */
  readonly level: number;
  readonly counted: number;
  readonly kept: number;
}

const level = { partner: 3, sector: 5, month: 6, alliance: 7 } as const;
const at = (tallies: readonly PromiseTally[], which: number): PromiseTally[] =>
  tallies.filter((tally) => tally.level === which);

/** The rates as they are, for those who may read every chain they are counted from. */
export function plainRates(tallies: readonly PromiseTally[]): PromiseRates {
  const [alliance] = at(tallies, level.alliance);
  return {
    alliance: counted(alliance),
    partners: at(tallies, level.partner).map((row) => ({
      id: row.partner ?? '',
      name: row.name ?? '',
      count: counted(row),
    })),
    sectors: at(tallies, level.sector).map((row) => ({ sector: row.sector, count: counted(row) })),
    months: at(tallies, level.month).map((row) => ({ month: row.month ?? '', count: counted(row) })),
  };
}

/**
 * The rates with few people hidden, and nothing left to work them out from: sectors and months beside the one total that
 * both add up to. Partners stay out: with them beside their sector there would be a second sum to every figure.
 * @param below the smallest count shown
 */
export function protectedRates(tallies: readonly PromiseTally[], below: number): PromiseRates {
  const [sectors, months] = [at(tallies, level.sector), at(tallies, level.month)];
  const parts = [hiddenOf(sectors, below), hiddenOf(months, below)] as const;
  // A total that one breakdown would give away is given away by the other too, when all its parts are shown.
  const nothing = parts.includes(null);
  const show = (row: PromiseTally | undefined, hide: boolean): PromiseCount =>
    nothing || hide ? { state: 'suppressed', below } : counted(row);
  return {
    alliance: show(at(tallies, level.alliance)[0], false),
    partners: [],
    sectors: sectors.map((row, index) => ({
      sector: row.sector,
      count: show(row, parts[0]?.has(index) === true),
    })),
    months: months.map((row, index) => ({
      month: row.month ?? '',
      count: show(row, parts[1]?.has(index) === true),
    })),
  };
}

/** Which rows go, because few kept or few broken promises stand in them or could be worked out; null: the total too. */
function hiddenOf(rows: readonly PromiseTally[], below: number): Set<number> | null {
  const hidden = new Set<number>();
  for (const count of [
    (row: PromiseTally) => row.kept,
    (row: PromiseTally) => row.counted - row.kept,
    (row: PromiseTally) => row.counted,
  ]) {
    const { parts, total } = protectBreakdown(rows.map(count), below);
    if (total.state === 'suppressed') return null;
    for (const [index, part] of parts.entries()) if (part.state === 'suppressed') hidden.add(index);
  }
  return hidden;
}

function counted(row: PromiseTally | undefined): PromiseCount {
  const { counted: all, kept } = row ?? { counted: 0, kept: 0 };
  return { state: 'value', counted: all, kept, rate: rateOf(kept, all) };
}

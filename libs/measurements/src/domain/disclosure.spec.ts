import fc from 'fast-check';
import type { Figure } from './cell.js';
import type { ShareCounts } from './disclosure.js';
import { isSmall, protectPeople, protectShare } from './disclosure.js';

const share = (numerator: number, denominator: number, unknown: number | null = 0) =>
  protectShare({ numerator, denominator, unknown }, 5);

describe('a share of counted people', () => {
  it('is shown with its counts and response rate when nobody is few', () => {
    expect(share(30, 40, 10)).toEqual({
      cell: { state: 'value', value: 75, numerator: 30, denominator: 40 },
      known: { state: 'value', count: 40 },
      unknown: { state: 'value', count: 10 },
      completeness: { percent: 80, atLeast: false },
    });
  });

  it('shows zero as a value and not as hidden', () => {
    expect(share(0, 40).cell).toEqual({ state: 'value', value: 0, numerator: 0, denominator: 40 });
  });

  it('is hidden when 1 to 4 are in the numerator', () => {
    expect(share(4, 40).cell).toEqual({ state: 'suppressed', below: 5 });
    expect(share(5, 40).cell.state).toBe('value');
  });

  it('is hidden when all but 1 to 4 are in the numerator, since the difference would show them', () => {
    expect(share(38, 40).cell.state).toBe('suppressed');
    expect(share(35, 40).cell.state).toBe('value');
  });

  it('hides known and unknown together when few are known', () => {
    expect(share(3, 3, 20)).toEqual({
      cell: { state: 'suppressed', below: 5 },
      known: { state: 'suppressed', below: 5 },
      unknown: { state: 'suppressed', below: 5 },
      completeness: null,
    });
  });

  it('hides a few unknown and says the least the response rate can be', () => {
    expect(share(60, 96, 2)).toMatchObject({
      unknown: { state: 'suppressed', below: 5 },
      completeness: { percent: 96, atLeast: true },
    });
  });

  it('is missing when all are unknown and not applicable when there is nobody', () => {
    expect(share(0, 0, 9)).toMatchObject({
      cell: { state: 'missing' },
      completeness: { percent: 0, atLeast: false },
    });
    expect(share(0, 0, 0).cell.state).toBe('not_applicable');
    expect(share(0, 0, null).cell.state).toBe('not_applicable');
  });

  it('follows a limit an alliance has raised', () => {
    expect(protectShare({ numerator: 8, denominator: 40, unknown: null }, 10).cell).toEqual({
      state: 'suppressed',
      below: 10,
    });
  });
});

describe('a number of people', () => {
  it('is hidden from 1 to 4 and shown at 0 and 5', () => {
    expect([0, 1, 4, 5].map((people) => protectPeople(people, 5).cell.state)).toEqual([
      'value',
      'suppressed',
      'suppressed',
      'value',
    ]);
  });
});

describe('nothing hidden can be worked out by one who knows the rule and sees the figure', () => {
  const parts = ({ numerator, denominator, unknown }: ShareCounts) => ({
    yes: numerator,
    no: denominator - numerator,
    known: denominator,
    unknown: unknown ?? 0,
  });

  it('for every table up to 15 people a part', () => {
    const seen = new Map<string, ShareCounts[]>();
    for (let yes = 0; yes <= 15; yes += 1)
      for (let no = 0; no <= 15; no += 1)
        for (let unknown = 0; unknown <= 15; unknown += 1) {
          const counts = { numerator: yes, denominator: yes + no, unknown };
          const face = JSON.stringify(protectShare(counts, 5));
          seen.set(face, [...(seen.get(face) ?? []), counts]);
        }
    const givenAway = [...seen].filter(([, alike]) =>
      (['yes', 'no', 'known', 'unknown'] as const).some((part) => {
        const possible = new Set(alike.map((counts) => parts(counts)[part]));
        return possible.size === 1 && [...possible].some((count) => isSmall(count, 5));
      }),
    );
    expect(givenAway).toEqual([]);
  });

  it('for large tables and raised limits: every hidden side has another table that looks the same', () => {
    const table = fc.record({
      yes: fc.nat(400),
      no: fc.nat(400),
      unknown: fc.nat(400),
      below: fc.integer({ min: 5, max: 12 }),
    });
    fc.assert(
      fc.property(table, ({ yes, no, unknown, below }) => {
        const face = (a: number, b: number, u: number): Figure =>
          protectShare({ numerator: a, denominator: a + b, unknown: u }, below);
        const here = JSON.stringify(face(yes, no, unknown));
        const twins = [-2, -1, 1, 2].flatMap((step) => [
          {
            part: 'yes',
            same:
              yes + step >= 0 &&
              no - step >= 0 &&
              JSON.stringify(face(yes + step, no - step, unknown)) === here,
          },
          { part: 'yes', same: yes + step >= 0 && JSON.stringify(face(yes + step, no, unknown)) === here },
          {
            part: 'unknown',
            same: unknown + step >= 0 && JSON.stringify(face(yes, no, unknown + step)) === here,
          },
        ]);
        const hasTwin = (part: string) => twins.some((twin) => twin.part === part && twin.same);
        if (isSmall(yes, below) || isSmall(no, below)) expect(hasTwin('yes')).toBe(true);
        if (isSmall(unknown, below)) expect(hasTwin('unknown')).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { protectBreakdown } from './breakdown.js';

const face = (counts: readonly number[], below = 5) => {
  const { parts, total } = protectBreakdown(counts, below);
  return [...parts, total].map((count) => (count.state === 'value' ? String(count.count) : '<')).join(' ');
};

describe('parts shown beside their total', () => {
  it('are all shown when none is small, zero included', () => {
    expect(face([12, 0, 7])).toBe('12 0 7 19');
  });

  it('hide a second part when one alone would be the total minus the others', () => {
    expect(face([3, 8, 20])).toBe('< < 20 31');
  });

  it('hide a third part when two hidden ones can only be one each', () => {
    expect(face([1, 1, 9, 20])).toBe('< < < 20 31');
  });

  it('hide a third part when two hidden ones can only be four each', () => {
    expect(face([4, 4, 9, 20])).toBe('< < < 20 37');
  });

  it('leave two hidden parts alone when they can be shared out in several ways', () => {
    expect(face([2, 3, 9])).toBe('< < 9 14');
  });

  it('hide the total when no part is left to hide', () => {
    expect(face([3])).toBe('< <');
    expect(face([1, 1])).toBe('< < <');
  });
});

describe('no small part can be worked out by one who knows the rule', () => {
  it.each([1, 2, 3, 4])('for every table of %i parts', (size) => {
    const highest = size === 4 ? 14 : 20;
    const alike = new Map<string, number[][]>();
    const walk = (counts: number[]): void => {
      if (counts.length === size) {
        const key = face(counts);
        alike.set(key, [...(alike.get(key) ?? []), counts]);
        return;
      }
      for (let value = 0; value <= highest; value += 1) walk([...counts, value]);
    };
    walk([]);
    // A twin may have up to six more in a part, so tables at the edge of what was tried prove nothing.
    const inside = [...alike.values()].filter((tables) =>
      tables.some((table) => Math.max(...table) <= highest - 6),
    );
    const givenAway = inside.filter((tables) =>
      Array.from({ length: size }, (_, part) => new Set(tables.map((table) => table[part]))).some(
        (values) =>
          values.size === 1 && [...values].some((value) => value !== undefined && value > 0 && value < 5),
      ),
    );
    expect(inside.length).toBeGreaterThan(5);
    expect(givenAway).toEqual([]);
  });

  it('shows no part from 1 to the limit, whatever the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { maxLength: 12 }),
        fc.integer({ min: 5, max: 20 }),
        (counts, below) => {
          const { parts } = protectBreakdown(counts, below);
          expect(parts.some((part) => part.state === 'value' && part.count > 0 && part.count < below)).toBe(
            false,
          );
        },
      ),
    );
  });
});

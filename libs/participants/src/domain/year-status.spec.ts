import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { nextReview, type Spell } from './destination-spell.js';
import { yearStatuses } from './year-status.js';

const today = '2026-11-23';
const spell = (typeKey: string, from: string, to: string | null, confirmedOn = today): Spell => ({
  id: `${typeKey}${from}`,
  typeKey,
  from,
  to,
  nextReviewOn: nextReview({ from, to }, confirmedOn),
});

describe('the status over a year', () => {
  it('is the type with most days, not the latest', () => {
    expect(
      yearStatuses([spell('eud', '2026-01-01', '2026-08-31'), spell('seeking', '2026-09-01', null)], today),
    ).toEqual([{ year: 2026, typeKey: 'eud', days: 243 }]);
  });

  it('adds up several spells of one type', () => {
    const statuses = yearStatuses(
      [
        spell('seeking', '2025-01-01', '2025-03-31'),
        spell('ill', '2025-04-01', '2025-08-31'),
        spell('seeking', '2025-09-01', '2025-12-31'),
      ],
      '2025-12-31',
    );
    expect(statuses).toEqual([{ year: 2025, typeKey: 'seeking', days: 212 }]);
  });

  it('counts an open spell no further than it is confirmed: the rest of the year is unknown', () => {
    expect(yearStatuses([spell('eud', '2025-12-01', null, '2025-12-01')], today)).toEqual([
      { year: 2025, typeKey: 'eud', days: 31 },
      { year: 2026, typeKey: 'unknown', days: 267 },
    ]);
  });

  it('says nothing about the time before the first spell', () => {
    expect(yearStatuses([spell('fgu', '2026-11-01', null)], today)).toEqual([
      { year: 2026, typeKey: 'fgu', days: 23 },
    ]);
    expect(yearStatuses([], today)).toEqual([]);
  });

  it('a tie goes to the type that began last', () => {
    const statuses = yearStatuses(
      [spell('ill', '2026-01-01', '2026-01-10'), spell('fgu', '2026-01-11', '2026-01-20')],
      '2026-01-20',
    );
    expect(statuses).toEqual([{ year: 2026, typeKey: 'fgu', days: 10 }]);
  });

  it('never gives a type more days than the year has, and never a year without a status', () => {
    const one = fc
      .tuple(fc.constantFrom('eud', 'ill', 'seeking'), fc.nat(900), fc.nat(300))
      .map(([type, ago, length]) => {
        const from = addDays(today, -ago);
        return spell(type, from, addDays(from, length), from);
      });
    fc.assert(
      fc.property(fc.uniqueArray(one, { maxLength: 3, selector: (each) => each.typeKey }), (spells) => {
        const statuses = yearStatuses(spells, today);
        for (const { year, days } of statuses) {
          expect(days).toBeGreaterThan(0);
          expect(days).toBeLessThanOrEqual(year % 4 === 0 ? 366 : 365);
        }
        expect(statuses.map(({ year }) => year)).toEqual(
          [...new Set(statuses.map(({ year }) => year))].sort(),
        );
      }),
    );
  });
});

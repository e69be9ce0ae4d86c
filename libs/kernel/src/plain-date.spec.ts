import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addToMonth,
  addYears,
  comparePlainDates,
  diffDays,
  diffMonths,
  firstDayOf,
  isMonth,
  isPlainDate,
  lastDayOf,
  monthOf,
  monthsFrom,
  parsePlainDate,
  plainDateOf,
  weekdayOf,
} from './plain-date.js';

const anyDate = fc
  .integer({ min: 0, max: 200 * 365 })
  .map((days) => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const anyMonth = anyDate.map((date) => date.slice(0, 7));

describe('reading a date', () => {
  it.each([
    '2025-02-31',
    '2025-13-01',
    '2025-00-10',
    '2025-2-1',
    '01-02-2025',
    '0000-01-01',
    '2025-02-29',
    '',
  ])('refuses %p', (text) => {
    expect(parsePlainDate(text)).toBeNull();
    expect(isPlainDate(text)).toBe(false);
  });

  it('knows leap years: 2000 and 2024 have 29 February, 1900 and 2023 have not', () => {
    expect([2000, 2024, 1900, 2023].map((year) => plainDateOf(year, 2, 29) !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('accepts every date of the calendar', () => {
    fc.assert(fc.property(anyDate, (date) => parsePlainDate(date) === date));
  });

  it('refuses a month that does not exist', () => {
    expect(['2025-01', '2025-12', '2025-00', '2025-13', '2025-1', '0000-01'].map(isMonth)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('counting in months', () => {
  it('clamps to the end of the month: 31 January + 1 month is 28 February', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
  });

  it('a two-year contract signed on 29 February ends on 28 February', () => {
    expect(addYears('2024-02-29', 2)).toBe('2026-02-28');
  });

  it('lands in the month that many months on, for every date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        expect(diffMonths(monthOf(date), monthOf(addMonths(date, months)))).toBe(months);
      }),
    );
  });

  it('knows first and last days', () => {
    expect([firstDayOf('2024-02'), lastDayOf('2024-02'), lastDayOf('2025-12')]).toEqual([
      '2024-02-01',
      '2024-02-29',
      '2025-12-31',
    ]);
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-02', '2025-11')).toEqual([]);
  });

  it('adding and taking months away are each other’s reverse', () => {
    fc.assert(
      fc.property(
        anyMonth,
        fc.integer({ min: -600, max: 600 }),
        (month, n) => addToMonth(addToMonth(month, n), -n) === month,
      ),
    );
  });
});

describe('counting in days', () => {
  it('does not stumble over a clock change', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(diffDays('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('diffDays is what addDays adds, and orders as compare does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        const other = addDays(date, days);
        expect(diffDays(date, other)).toBe(days);
        expect(Math.sign(comparePlainDates(other, date))).toBe(Math.sign(days));
      }),
    );
  });

  it('knows weekdays: 23 November 2026 is a Monday, 1 January 1970 a Thursday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('1970-01-01'), weekdayOf('1969-12-28')]).toEqual([1, 4, 7]);
  });

  it('throws on something that is no date', () => {
    expect(() => addDays('2025-02-31', 1)).toThrow(RangeError);
  });
});

import { parseDate, parseNumber, writeDate, writeNumber } from './written-values.js';

describe('a written date', () => {
  it.each([
    ['24.12.2026', '2026-12-24'],
    ['24/12-2026', '2026-12-24'],
    ['24-12-26', '2026-12-24'],
    ['1.9.2026', '2026-09-01'],
    [' 01 09 2026 ', '2026-09-01'],
    ['24122026', '2026-12-24'],
    ['2026-12-24', '2026-12-24'],
    ['29.2.2028', '2028-02-29'],
  ])('%s is read', (written, date) => {
    expect(parseDate(written)).toBe(date);
  });

  it.each(['31.2.2026', '32.1.2026', '29.2.2026', '24.13.2026', '24.12', 'i morgen', ''])(
    '%s is no date',
    (written) => {
      expect(parseDate(written)).toBeUndefined();
    },
  );

  it('is shown the Danish way', () => {
    expect(writeDate('2026-12-24')).toBe('24.12.2026');
    expect(writeDate('24/12')).toBe('24/12');
  });
});

describe('a written number', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['12', 12],
    ['−3,25', -3.25],
    ['1 234', 1234],
    ['0', 0],
  ])('%s is read in Danish', (written, number) => {
    expect(parseNumber(written, 'da')).toBe(number);
  });

  it('reads a point as decimals in English and as thousands in Danish', () => {
    expect(parseNumber('1.234', 'en')).toBe(1.234);
    expect(parseNumber('1.234', 'da')).toBe(1234);
    expect(parseNumber('1,234.5', 'en')).toBe(1234.5);
  });

  it.each(['1.23,4', '12,', 'tolv', '1,2,3', '', '1e5'])('%s is no number in Danish', (written) => {
    expect(parseNumber(written, 'da')).toBeUndefined();
  });

  it('is shown without grouping while one edits', () => {
    expect(writeNumber(1234.5, 'da')).toBe('1234,5');
    expect(writeNumber(1234.5, 'en')).toBe('1234.5');
  });
});

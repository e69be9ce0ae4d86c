import fc from 'fast-check';
import { copenhagenDate, copenhagenDateTime, copenhagenInstant } from './copenhagen.js';

describe('Danish time', () => {
  it('is one hour ahead in winter and two in summer', () => {
    expect(copenhagenInstant('2026-01-15', '09:00').toISOString()).toBe('2026-01-15T08:00:00.000Z');
    expect(copenhagenInstant('2026-07-15', '09:00').toISOString()).toBe('2026-07-15T07:00:00.000Z');
  });

  it('an evening in UTC is already the next day in Denmark', () => {
    expect(copenhagenDate(new Date('2026-07-15T22:30:00Z'))).toBe('2026-07-16');
    expect(copenhagenDate(new Date('2026-01-15T22:30:00Z'))).toBe('2026-01-15');
  });

  it('the spring night: 02:30 does not exist and is read as 03:30', () => {
    expect(copenhagenInstant('2026-03-29', '01:59').toISOString()).toBe('2026-03-29T00:59:00.000Z');
    expect(copenhagenInstant('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(copenhagenInstant('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  it('the autumn night: the doubled 02:30 is its first pass', () => {
    expect(copenhagenInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(copenhagenInstant('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('midnight before and after both clock changes is midnight', () => {
    for (const date of ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'])
      expect(copenhagenDateTime(copenhagenInstant(date))).toEqual({ date, time: '00:00:00' });
  });

  it('reading the clock gives back the time it was set to, outside the missing hour', () => {
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const shown = copenhagenDateTime(new Date(minute * 60_000));
        expect(copenhagenDateTime(copenhagenInstant(shown.date, shown.time))).toEqual(shown);
      }),
    );
  });

  it('refuses impossible dates and times', () => {
    expect(() => copenhagenInstant('2026-02-30')).toThrow(RangeError);
    expect(() => copenhagenInstant('2026-02-20', '24:00')).toThrow(RangeError);
  });
});

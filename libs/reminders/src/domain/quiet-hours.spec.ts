import fc from 'fast-check';
import { copenhagenDateTime, weekdayOf } from '#libs/kernel';
import { isDanishHoliday } from './danish-holidays.js';
import { defaultQuietHours, nextSendingDay, nextSendingInstant, startOfDay } from './quiet-hours.js';

function sendsAt(instant: string): string {
  return nextSendingInstant(new Date(instant), defaultQuietHours).toISOString();
}

describe('quiet hours', () => {
  it('lets a reminder of a Tuesday morning go at once', () => {
    expect(sendsAt('2026-11-24T08:15:00Z')).toBe('2026-11-24T08:15:00.000Z');
  });

  it('keeps what falls due in the evening until seven the next morning', () => {
    expect(sendsAt('2026-11-24T19:00:00Z')).toBe('2026-11-25T06:00:00.000Z');
    expect(sendsAt('2026-11-24T18:59:59Z')).toBe('2026-11-24T18:59:59.000Z');
  });

  it('keeps what falls due in the night until seven the same morning', () => {
    expect(sendsAt('2026-11-24T03:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
  });

  it('keeps a Saturday evening until Monday', () => {
    expect(sendsAt('2026-11-28T21:00:00Z')).toBe('2026-11-30T06:00:00.000Z');
  });

  it('keeps Christmas Eve 2026 over the holidays and the Sunday until Monday the 28th', () => {
    expect(sendsAt('2026-12-24T09:00:00Z')).toBe('2026-12-28T06:00:00.000Z');
  });

  it('keeps Maundy Thursday 2027 until the Saturday between', () => {
    expect(sendsAt('2027-03-25T09:00:00Z')).toBe('2027-03-27T06:00:00.000Z');
  });

  it('starts at seven by the clock on the wall after the spring night', () => {
    // Sunday 28 March 2027 loses an hour; Easter Monday follows, so that Tuesday is the day.
    expect(sendsAt('2027-03-27T22:00:00Z')).toBe('2027-03-30T05:00:00.000Z');
    const withSundays = { ...defaultQuietHours, onSundays: false, onHolidays: false };
    expect(nextSendingInstant(new Date('2027-03-27T22:00:00Z'), withSundays).toISOString()).toBe(
      '2027-03-28T05:00:00.000Z',
    );
  });

  it('starts at seven by the clock on the wall after the autumn night', () => {
    const withSundays = { ...defaultQuietHours, onSundays: false };
    expect(nextSendingInstant(new Date('2026-10-24T19:00:00Z'), withSundays).toISOString()).toBe(
      '2026-10-25T06:00:00.000Z',
    );
    expect(sendsAt('2026-10-24T19:00:00Z')).toBe('2026-10-26T06:00:00.000Z');
  });

  it('always answers a time when sending is allowed, never before what was asked, and none earlier', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2032-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (from) => {
        const sends = nextSendingInstant(from, defaultQuietHours);
        const { date, time } = copenhagenDateTime(sends);
        expect(sends.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(time >= '07:00:00' && time < '20:00:00').toBe(true);
        expect(weekdayOf(date)).not.toBe(7);
        expect(isDanishHoliday(date)).toBe(false);
        expect(nextSendingInstant(sends, defaultQuietHours)).toEqual(sends);
      }),
    );
  });

  it('puts what exceeds the day’s budget to the morning of the next sending day', () => {
    expect(nextSendingDay(new Date('2026-11-27T10:00:00Z'), defaultQuietHours).toISOString()).toBe(
      '2026-11-28T06:00:00.000Z',
    );
    expect(nextSendingDay(new Date('2026-11-28T10:00:00Z'), defaultQuietHours).toISOString()).toBe(
      '2026-11-30T06:00:00.000Z',
    );
  });

  it('begins a day at midnight on the wall, summer and winter', () => {
    expect(startOfDay(new Date('2026-07-01T10:00:00Z')).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay(new Date('2026-12-01T10:00:00Z')).toISOString()).toBe('2026-11-30T23:00:00.000Z');
  });
});

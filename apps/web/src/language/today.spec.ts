import { daysUntil } from './today.js';

describe('how long until a day', () => {
  it('is counted in whole days, across the change of the clock and the year', () => {
    expect(daysUntil('2026-12-05', '2026-11-23')).toBe(12);
    expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
    expect(daysUntil('2027-01-01', '2026-12-31')).toBe(1);
    expect(daysUntil('2026-11-23', '2026-11-23')).toBe(0);
    expect(daysUntil('2026-11-22', '2026-11-23')).toBe(-1);
  });
});

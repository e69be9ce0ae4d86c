import { formatsFor } from './formats.js';

const danish = formatsFor('da-DK');

describe('dates and numbers in Danish', () => {
  it('keeps a plain date on its day and an instant in Copenhagen', () => {
    expect(danish.date('2026-11-23')).toBe('23. nov. 2026');
    expect(danish.date('2026-11-23T23:30:00Z')).toBe('24. nov. 2026');
    expect(danish.time('2026-07-01T12:04:00Z')).toBe('14.04');
    expect(danish.month('2026-11')).toBe('nov. 2026');
  });

  it('writes decimals with a comma', () => {
    expect(danish.number(1234.5)).toBe('1.234,5');
    expect(danish.percent(0.423).replace('\u00a0', ' ')).toBe('42,3 %');
  });

  it('says how long ago, and the date when it is more than a week', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(danish.ago('2026-11-23T11:57:00Z', now)).toBe('for 3 minutter siden');
    expect(danish.ago('2026-11-22T12:00:00Z', now)).toBe('i går');
    expect(danish.ago('2026-11-01T12:00:00Z', now)).toBe('1. nov. 2026');
  });
});

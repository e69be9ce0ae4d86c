import { isPeriod, lastDayOfPeriod, lastDuePeriod, periodOf, periodsFrom, previousPeriod } from './period.js';

describe('periods', () => {
  it('are found from the month they hold', () => {
    expect([
      periodOf('2026-11', 'month'),
      periodOf('2026-11', 'quarter'),
      periodOf('2026-11', 'year'),
    ]).toEqual(['2026-11', '2026-Q4', '2026']);
  });

  it('end on their last day', () => {
    expect(['2026-02', '2026-Q3', '2026'].map(lastDayOfPeriod)).toEqual([
      '2026-02-28',
      '2026-09-30',
      '2026-12-31',
    ]);
  });

  it('run over the turn of the year', () => {
    expect(periodsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(periodsFrom('2025-Q4', '2026-Q1')).toEqual(['2025-Q4', '2026-Q1']);
    expect(previousPeriod('2026-Q1', 'quarter')).toBe('2025-Q4');
    expect(periodsFrom('2026-02', '2026-01')).toEqual([]);
  });

  it('are written in the way of their frequency', () => {
    expect(isPeriod('2026-Q4', 'quarter')).toBe(true);
    expect(isPeriod('2026-10', 'quarter')).toBe(false);
    expect(isPeriod('2026-13', 'month')).toBe(false);
  });

  it('are due when their grace has passed: a month after a month, 45 days after a quarter', () => {
    expect(lastDuePeriod('2026-11-23', 'month')).toBe('2026-09');
    expect(lastDuePeriod('2026-12-02', 'month')).toBe('2026-10');
    expect(lastDuePeriod('2026-11-14', 'quarter')).toBe('2026-Q2');
    expect(lastDuePeriod('2026-11-15', 'quarter')).toBe('2026-Q3');
    expect(lastDuePeriod('2026-03-01', 'year')).toBe('2024');
  });
});

import { isDanishHoliday } from './danish-holidays.js';

describe('Danish holidays', () => {
  it.each([
    ['Nytårsdag', '2027-01-01'],
    ['Skærtorsdag', '2027-03-25'],
    ['Langfredag', '2027-03-26'],
    ['2. påskedag', '2027-03-29'],
    ['Kristi himmelfartsdag', '2027-05-06'],
    ['2. pinsedag', '2027-05-17'],
    ['Grundlovsdag', '2027-06-05'],
    ['Juleaften', '2026-12-24'],
    ['2. juledag', '2026-12-26'],
    ['Nytårsaften', '2026-12-31'],
  ])('%s is one', (_, date) => {
    expect(isDanishHoliday(date)).toBe(true);
  });

  it('Store bededag is none any more (since 2024)', () => {
    expect(isDanishHoliday('2023-05-05')).toBe(true);
    expect(isDanishHoliday('2027-04-23')).toBe(false);
  });

  it('fastelavn and 1 May are working days', () => {
    expect(isDanishHoliday('2026-02-16')).toBe(false);
    expect(isDanishHoliday('2026-05-01')).toBe(false);
  });
});

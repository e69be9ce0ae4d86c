import { termFrom } from './contract-term.js';

describe('the term of a contract', () => {
  it.each([
    ['two years from an ordinary day', '2026-12-01', 24, '2028-11-30'],
    ['two years from New Year’s Day', '2027-01-01', 24, '2028-12-31'],
    ['from a leap day, two years on', '2028-02-29', 24, '2030-02-28'],
    ['from a leap day, four years on', '2028-02-29', 48, '2032-02-28'],
    ['from the day after February ends', '2027-03-01', 24, '2029-02-28'],
    ['from the 31st into a month of 30 days', '2026-10-31', 1, '2026-11-30'],
    ['from 31 August half a year on', '2026-08-31', 6, '2027-02-28'],
    ['over the night of the clock change', '2026-03-29', 1, '2026-04-28'],
  ])('%s', (_case, startsOn, months, endsOn) => {
    expect(termFrom(startsOn, months)).toEqual({ startsOn, endsOn });
  });
});

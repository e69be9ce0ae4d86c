import { afterFailure, lastingFailure, nextTry, retryWaits } from './retry-schedule.js';

const day = 24 * 3_600_000;

describe('a message that is not accepted', () => {
  it('is tried again over three days, ever more seldom', () => {
    const whole = retryWaits.reduce((sum, wait) => sum + wait, 0);
    expect(whole / day).toBeCloseTo(3, 0);
    expect([...retryWaits].sort((a, b) => a - b)).toEqual(retryWaits);
    expect(nextTry(new Date(0), 1)).toEqual(new Date(5000));
  });

  it('is given up after the last wait, and pauses a webhook that has accepted nothing for long', () => {
    expect(afterFailure(500, 1, 0)).toBe('try-again');
    expect(afterFailure(500, retryWaits.length, 3 * day)).toBe('try-again');
    expect(afterFailure(500, retryWaits.length + 1, lastingFailure)).toBe('give-up-and-pause');
    expect(afterFailure(null, retryWaits.length + 1, day)).toBe('give-up');
  });

  it('is told at once when the receiver says it is gone for good', () => {
    expect(afterFailure(410, 1, 0)).toBe('gone');
  });
});

import { DomainError } from '#libs/kernel';
import { refuseNotFresh } from './fresh-proof.js';

const askedAt = new Date('2026-11-23T20:00:00Z');
const now = new Date('2026-11-23T20:04:00Z');
const seconds = (instant: string): number => Date.parse(instant) / 1000;
const check = (authTime: unknown) => () => {
  refuseNotFresh({ auth_time: authTime }, askedAt, now);
};

describe('a proof that somebody signed in just now', () => {
  it.each(['2026-11-23T20:00:00Z', '2026-11-23T20:03:30Z', '2026-11-23T19:59:30Z', '2026-11-23T20:04:30Z'])(
    'lies after the question, as far as clocks agree (%s)',
    (instant) => {
      expect(check(seconds(instant))).not.toThrow();
    },
  );

  it.each([
    ['before the question', seconds('2026-11-23T19:58:59Z')],
    ['to come', seconds('2026-11-23T20:06:00Z')],
    ['missing', undefined],
    ['a text', String(seconds('2026-11-23T20:01:00Z'))],
    ['no number', Number.NaN],
    ['in milliseconds', Date.parse('2026-11-23T20:01:00Z')],
  ])('is none when its time is %s', (_what, authTime) => {
    expect(check(authTime)).toThrow(new DomainError('logins/not-fresh'));
  });
});

import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Claims } from './vouched-identity.js';

/** How far the provider's clock and ours may lie apart, in milliseconds. */
const clocksApart = 60_000;

/**
 * Has the person signed in at the provider since they were sent there? OpenID Connect Core 3.1.2.1: after `max_age` the
 * answer must carry `auth_time`, and whoever asked checks it; with `max_age=0` it lies after the question.
 * @throws DomainError logins/not-fresh
 */
export function refuseNotFresh({ auth_time: at }: Claims, askedAt: Date, now: Date): void {
  const isFresh =
    typeof at === 'number' &&
    at * 1000 >= askedAt.getTime() - clocksApart &&
    at * 1000 <= now.getTime() + clocksApart;
  if (!isFresh) throw new DomainError<ErrorCode>('logins/not-fresh');
}

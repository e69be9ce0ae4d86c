import type { ErrorCode, MembershipStatus } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import { DomainError } from '#libs/kernel';

/** Where a membership stands. */
export interface Membership {
  readonly status: MembershipStatus;
  /** Since when it has that status. */
  readonly statusSince: PlainDate;
}

/** What a membership may become. Who has left joins again before it can pause. */
const transitions: Readonly<Record<MembershipStatus, readonly MembershipStatus[]>> = {
  joined: ['paused', 'left'],
  paused: ['joined', 'left'],
  left: ['joined'],
};

/**
 * Pauses, ends or resumes a membership from a day on.
 * @throws DomainError alliances/membership-unchanged, -not-possible, -before-last, -in-future
 */
export function changeMembership(
  membership: Membership,
  change: { status: MembershipStatus; effectiveOn: PlainDate },
  today: PlainDate,
): Membership {
  if (change.status === membership.status) throw new DomainError<ErrorCode>('alliances/membership-unchanged');
  if (!transitions[membership.status].includes(change.status))
    throw new DomainError<ErrorCode>('alliances/membership-not-possible');
  if (change.effectiveOn > today)
    throw new DomainError<ErrorCode>('alliances/membership-in-future', {}, 'effectiveOn');
  if (change.effectiveOn < membership.statusSince) {
    const since = membership.statusSince.split('-').reverse().join('-');
    throw new DomainError<ErrorCode>('alliances/membership-before-last', { since }, 'effectiveOn');
  }
  return { status: change.status, statusSince: change.effectiveOn };
}

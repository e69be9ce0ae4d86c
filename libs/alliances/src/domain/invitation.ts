import type { ErrorCode, InvitationState } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';

/** What an invitation's state follows from. */
export interface InvitationDates {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const days = 86_400_000;

/** Where an invitation stands. What was accepted stays so; what was withdrawn cannot expire any more. */
export function invitationState(dates: InvitationDates, now: Date): InvitationState {
  if (dates.acceptedAt !== null) return 'accepted';
  if (dates.withdrawnAt !== null) return 'withdrawn';
  return dates.expiresAt <= now ? 'expired' : 'open';
}

const refusals: Readonly<Record<Exclude<InvitationState, 'open'>, ErrorCode>> = {
  accepted: 'alliances/invitation-accepted',
  withdrawn: 'alliances/invitation-withdrawn',
  expired: 'alliances/invitation-expired',
};

/**
 * For the guest: only an open invitation can be looked at and accepted.
 * @throws DomainError alliances/invitation-accepted, -withdrawn, -expired
 */
export function refuseUnlessOpen(dates: InvitationDates, now: Date): void {
  const state = invitationState(dates, now);
  if (state !== 'open') throw new DomainError<ErrorCode>(refusals[state]);
}

/**
 * For the secretariat: an expired invitation can be sent again, an accepted or withdrawn one cannot be changed.
 * @throws DomainError alliances/invitation-closed
 */
export function refuseWhenClosed(dates: InvitationDates, now: Date): void {
  const state = invitationState(dates, now);
  if (state === 'accepted' || state === 'withdrawn')
    throw new DomainError<ErrorCode>('alliances/invitation-closed');
}

/** Until when an invitation holds that is sent now. */
export function invitationExpiry(now: Date, validDays: number): Date {
  return new Date(now.getTime() + validDays * days);
}

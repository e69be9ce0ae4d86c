import type { ConsentStanding } from '#libs/api-schema';
import { DomainError, type PlainDate } from '#libs/kernel';

/** What of a consent decides whether somebody's record rests on it. */
export interface Consent {
  readonly givenOn: PlainDate;
  /** The last day on which it holds. */
  readonly expiresOn: PlainDate;
  /** The day it was withdrawn; it no longer holds on that day. */
  readonly withdrawnOn: PlainDate | null;
}

/** Whether a record rests on consent: until when, or since when not. */
export interface ConsentBasis {
  readonly standing: ConsentStanding;
  readonly endsOn: PlainDate;
}

/** The last day of a consent: of its term, or the day it was withdrawn. */
export function endOf({ expiresOn, withdrawnOn }: Consent): PlainDate {
  return withdrawnOn ?? expiresOn;
}

/** Where one consent stands on a day. */
export function standingOf(consent: Consent, today: PlainDate): ConsentStanding {
  if (consent.withdrawnOn !== null) return 'withdrawn';
  return consent.expiresOn < today ? 'expired' : 'in-force';
}

/**
 * Where the whole record stands: the consent that ends last decides, so a withdrawn one is made good by another that
 * still holds or by a new one, and a later withdrawal counts although another consent expired before it. Of two that
 * end on the same day the one that was not withdrawn decides. Null without any consent.
 */
export function basisOf(consents: readonly Consent[], today: PlainDate): ConsentBasis | null {
  const [decisive] = [...consents].sort(
    (a, b) =>
      endOf(b).localeCompare(endOf(a)) || Number(a.withdrawnOn !== null) - Number(b.withdrawnOn !== null),
  );
  return decisive === undefined ? null : { standing: standingOf(decisive, today), endsOn: endOf(decisive) };
}

/** As {@link basisOf}, from what a participant's row keeps of its consents. */
export function foldedBasis(endsOn: PlainDate, withdrawn: boolean, today: PlainDate): ConsentBasis {
  return { standing: withdrawn ? 'withdrawn' : endsOn < today ? 'expired' : 'in-force', endsOn };
}

/**
 * A consent can be recorded once it has been given, and while it holds.
 * @param within what the consent's fields are called by in front, as in `consent.`
 * @throws DomainError participants/consent-ends-before-start, consent-not-yet-given, consent-already-over
 */
export function checkGiven(
  { givenOn, expiresOn }: Omit<Consent, 'withdrawnOn'>,
  today: PlainDate,
  within = '',
): void {
  if (expiresOn < givenOn)
    throw new DomainError('participants/consent-ends-before-start', {}, `${within}expiresOn`);
  if (givenOn > today) throw new DomainError('participants/consent-not-yet-given', {}, `${within}givenOn`);
  if (expiresOn < today)
    throw new DomainError('participants/consent-already-over', { date: expiresOn }, `${within}expiresOn`);
}

/** Nothing is recorded without a consent in force. @throws DomainError participants/consent-expired, consent-withdrawn */
export function mustRest({ standing, endsOn }: ConsentBasis): void {
  if (standing === 'in-force') return;
  throw new DomainError(`participants/consent-${standing}`, { date: endsOn });
}

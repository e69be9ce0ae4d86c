import type { EnquiryOutcome } from '#libs/api-schema';

/** What of an enquiry decides whether the guarantee was kept. */
export interface PromisedAnswer {
  readonly responseDueAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: EnquiryOutcome | null;
}

/**
 * `pending`: neither ended nor past the response time, so nothing can be said yet. `left-out`: the young person
 * withdrew while the partner was not late, which says nothing about the partner. Both stay out of the rate.
 */
export type PromiseVerdict = 'kept' | 'not-kept' | 'left-out' | 'pending';

/**
 * Whether the guarantee was kept (domain.md, "Enquiry"): answered within the contract's response time AND ended in an
 * offer or an accepted hand-on. A chain past its response time that has not ended counts as not kept until it has.
 */
export function promiseVerdict(enquiry: PromisedAnswer, now: Date): PromiseVerdict {
  const { responseDueAt, answeredAt, endedAt, outcome } = enquiry;
  const answeredInTime = answeredAt !== null && answeredAt <= responseDueAt;
  if (outcome === 'withdrawn')
    return answeredInTime || (endedAt !== null && endedAt <= responseDueAt) ? 'left-out' : 'not-kept';
  if (outcome !== null) return answeredInTime ? 'kept' : 'not-kept';
  return now <= responseDueAt ? 'pending' : 'not-kept';
}

/** A rate with the counts behind it; null when nothing counts yet (which is not the same as 0). */
export interface PromiseRate {
  readonly counted: number;
  readonly kept: number;
  readonly rate: number | null;
}

/** Kept chains divided by those that count. */
export function promiseRate(verdicts: readonly PromiseVerdict[]): PromiseRate {
  const kept = verdicts.filter((verdict) => verdict === 'kept').length;
  const counted = kept + verdicts.filter((verdict) => verdict === 'not-kept').length;
  return { counted, kept, rate: rateOf(kept, counted) };
}

/** The share, 0–1, or null of nothing. */
export function rateOf(kept: number, counted: number): number | null {
  return counted === 0 ? null : kept / counted;
}

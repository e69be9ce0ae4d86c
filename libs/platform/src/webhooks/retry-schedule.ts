const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits after each failed try, in milliseconds: close together at first, three days in all. */
export const retryWaits: readonly number[] = [
  5 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
];

/** A webhook that has refused everything for this long is paused when a message is given up. */
export const lastingFailure = 48 * hour;
/** How long the secret before still signs after a new one was made. */
export const secretOverlap = 24 * hour;

/** What to do after a try that failed. */
export type AfterFailure = 'try-again' | 'give-up' | 'give-up-and-pause' | 'gone';

/**
 * Decides after a failed try.
 * @param tries how many were made in this round, this one counted
 * @param failingFor how long the webhook has accepted nothing, in milliseconds
 */
export function afterFailure(status: number | null, tries: number, failingFor: number): AfterFailure {
  if (status === 410) return 'gone';
  if (tries <= retryWaits.length) return 'try-again';
  return failingFor >= lastingFailure ? 'give-up-and-pause' : 'give-up';
}

/** When the next try is made. */
export function nextTry(now: Date, tries: number): Date {
  return new Date(now.getTime() + (retryWaits[tries - 1] ?? 0));
}

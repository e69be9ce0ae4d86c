import type { DeliveryState } from '#libs/api-schema';

/**
 * What may happen to a mail, and from where to where it leads. Everything else is refused. An answer of the server that
 * comes after the attempt was given up for lost still counts: then it is known to be sent.
 */
export const deliveryTransitions = {
  claim: { from: ['pending'], to: 'sending' },
  drop: { from: ['pending'], to: 'dropped' },
  abandoned: { from: ['pending'], to: 'failed' },
  accepted: { from: ['sending', 'uncertain'], to: 'sent' },
  refused: { from: ['sending'], to: 'failed' },
  postponed: { from: ['sending'], to: 'pending' },
  shown: { from: ['sending'], to: 'on_screen' },
  lost: { from: ['sending'], to: 'uncertain' },
  resend: { from: ['uncertain', 'failed', 'on_screen'], to: 'pending' },
} as const satisfies Record<string, { from: readonly DeliveryState[]; to: DeliveryState }>;
/** A happening in the life of a mail. */
export type DeliveryTransition = keyof typeof deliveryTransitions;

/** The state after `transition`, or undefined when it is not allowed from `state`. */
export function nextState(state: DeliveryState, transition: DeliveryTransition): DeliveryState | undefined {
  const { from, to } = deliveryTransitions[transition];
  return (from as readonly DeliveryState[]).includes(state) ? to : undefined;
}

/** What came of one attempt to hand a mail to the server. */
export type SendOutcome =
  /** The server answered 2xx to the whole message. */
  | { readonly kind: 'accepted'; readonly answer: string }
  /** The server has certainly not taken it. `permanent`: trying again would get the same answer. */
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly code: string }
  /** The message was handed over and no answer came. */
  | { readonly kind: 'unknown'; readonly code: string };

/** Minutes to wait after the first, second … attempt that did not get through; after the last one the mail failed. */
export const retryMinutes = [1, 5, 15, 60, 240, 720] as const;

/** What to do after an attempt. `attempts` counts the one just made. */
export function afterAttempt(
  outcome: SendOutcome,
  attempts: number,
): { transition: DeliveryTransition; retryInMinutes?: number } {
  if (outcome.kind === 'accepted') return { transition: 'accepted' };
  if (outcome.kind === 'unknown') return { transition: 'lost' };
  const wait = outcome.permanent ? undefined : retryMinutes[attempts - 1];
  return wait === undefined ? { transition: 'refused' } : { transition: 'postponed', retryInMinutes: wait };
}

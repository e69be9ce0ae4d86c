import type { ReminderState } from '#libs/api-schema';

/**
 * What may happen to a reminder, and from where to where it leads. A reminder follows the mail it goes out with; only
 * what has not gone out can be dropped, and what was dropped because it was done waits again when it is due once more.
 * Snoozing is a person's wish to be reminded again later, whatever became of the mail before.
 */
export const reminderTransitions = {
  sending: { from: ['pending', 'sending', 'uncertain', 'failed', 'on_screen'], to: 'sending' },
  sent: { from: ['sending', 'uncertain'], to: 'sent' },
  uncertain: { from: ['sending'], to: 'uncertain' },
  failed: { from: ['pending', 'sending'], to: 'failed' },
  on_screen: { from: ['sending'], to: 'on_screen' },
  postponed: { from: ['sending'], to: 'pending' },
  dropped: { from: ['pending', 'sending'], to: 'dropped' },
  snoozed: { from: ['pending', 'sending', 'sent', 'uncertain', 'failed', 'on_screen'], to: 'pending' },
  dueAgain: { from: ['dropped'], to: 'pending' },
} as const satisfies Record<string, { from: readonly ReminderState[]; to: ReminderState }>;
/** A happening in the life of a reminder. */
export type ReminderTransition = keyof typeof reminderTransitions;

/** The states from which `transition` is allowed, for the condition of an update. */
export function statesBefore(transition: ReminderTransition): readonly ReminderState[] {
  return reminderTransitions[transition].from;
}

/** The state after `transition`, or undefined when it is not allowed from `state`. */
export function nextReminderState(
  state: ReminderState,
  transition: ReminderTransition,
): ReminderState | undefined {
  return statesBefore(transition).includes(state) ? reminderTransitions[transition].to : undefined;
}

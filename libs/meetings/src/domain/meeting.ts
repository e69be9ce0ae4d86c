import type { ErrorCode, MeetingState } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';

/** What can be done with a meeting as a whole. */
export type MeetingStep = 'open' | 'close' | 'reopen' | 'approve-minutes';

/** The life of a meeting, declared: a step that is not here is refused. */
const transitions: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingStep, MeetingState>>>>> = {
  planned: { open: 'open' },
  open: { close: 'closed' },
  closed: { reopen: 'open', 'approve-minutes': 'minutes-approved' },
  'minutes-approved': {},
};

const refusals: Readonly<Record<MeetingState, ErrorCode>> = {
  planned: 'meetings/not-opened-yet',
  open: 'meetings/already-open',
  closed: 'meetings/already-closed',
  'minutes-approved': 'meetings/minutes-are-approved',
};

/** The state after a step; throws the refusal that fits the state it is in. */
export function stepMeeting(state: MeetingState, step: MeetingStep): MeetingState {
  const next = transitions[state][step];
  if (next === undefined) throw new DomainError(refusals[state]);
  return next;
}

/** Throws unless the meeting is running: only then does its room take anything. */
export function requireOpen(state: MeetingState): void {
  if (state !== 'open') throw new DomainError(refusals[state]);
}

/** Throws once the meeting is over: its agenda belongs to the minutes from then on. */
export function requireAgendaEditable(state: MeetingState): void {
  if (state !== 'planned' && state !== 'open') throw new DomainError(refusals[state]);
}

/** Throws when a meeting would end before it starts, or last no time at all. */
export function requireTimesInOrder(startsAt: Date, endsAt: Date): void {
  if (endsAt.getTime() <= startsAt.getTime())
    throw new DomainError<ErrorCode>('meetings/ends-before-start', {}, 'endsAt');
}

import type {
  ConsentAnswer,
  ErrorCode,
  RoomPerson,
  RoomProposal,
  RoomRound,
  RoundOutcome,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';

/** What a round comes to when it is closed. */
export interface RoundResult {
  readonly outcome: RoundOutcome;
  /** Those who were asked and did not answer, as the minutes name them. */
  readonly unanswered: RoomPerson[];
}

/** An objection says what harms the common aim; without a reason nobody can mend the proposal. */
export function requireReason(answer: ConsentAnswer, reason: string | null): void {
  if (answer === 'objection' && reason === null)
    throw new DomainError<ErrorCode>('meetings/reason-needed', {}, 'reason');
}

/**
 * Closes a round by the rule of consent: one objection blocks; otherwise the proposal is adopted, with concerns when
 * somebody has one. Silence is not consent: while an answer is missing and nobody objects, the chair must say
 * that the round is to be closed without it.
 */
export function closeRound(round: RoomRound, leaveOutUnanswered: boolean): RoundResult {
  if (!round.isOpen) throw new DomainError<ErrorCode>('meetings/round-is-closed');
  const answered = new Set(round.answers.map((one) => one.personId));
  const unanswered = round.asked.filter((person) => !answered.has(person.personId));
  if (round.answers.some((one) => one.answer === 'objection')) return { outcome: 'blocked', unanswered };
  if (round.answers.length === 0) throw new DomainError<ErrorCode>('meetings/no-answers');
  if (unanswered.length > 0 && !leaveOutUnanswered)
    throw new DomainError<ErrorCode>('meetings/answers-missing', { count: unanswered.length });
  const concerned = round.answers.some((one) => one.answer === 'concern');
  return { outcome: concerned ? 'adopted-with-concerns' : 'adopted', unanswered };
}

/**
 * Whether a proposal may go into a (new) round: it has not been settled, and objections of the last round were met by an
 * amendment or were all withdrawn.
 */
export function requireRoundAllowed(proposal: RoomProposal): void {
  if (proposal.state === 'adopted' || proposal.state === 'withdrawn')
    throw new DomainError<ErrorCode>('meetings/proposal-settled');
  if (proposal.state === 'in-round') throw new DomainError<ErrorCode>('meetings/round-is-open');
  const last = proposal.rounds.at(-1);
  const standing = last?.answers.some((one) => one.answer === 'objection' && !one.withdrawn) ?? false;
  if (proposal.state === 'blocked' && standing) throw new DomainError<ErrorCode>('meetings/proposal-blocked');
}

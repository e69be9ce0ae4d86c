import type { AgendaAnswer, AgendaState, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';

/** How the answers to a version stand. */
export interface Tally {
  readonly asked: number;
  readonly consent: number;
  readonly concern: number;
  readonly objection: number;
  readonly awaited: number;
}

/** What an organisation has answered so far; null while it is awaited. */
export type Standing = AgendaAnswer | null;

/**
 * Refuses an answer that cannot be given: the version is not out, a concern or an objection without its reason,
 * or a consent taken back after the version was adopted on it.
 */
export function checkAnswer(
  state: AgendaState,
  standing: Standing,
  answer: AgendaAnswer,
  words: string,
): void {
  if (state !== 'consultation' && state !== 'adopted')
    throw new DomainError<ErrorCode>('agendas/not-open-for-answers');
  if (answer !== 'consent' && words === '')
    throw new DomainError<ErrorCode>('agendas/reason-needed', {}, 'words');
  if (state === 'adopted' && (standing === 'consent' || standing === 'concern'))
    throw new DomainError<ErrorCode>('agendas/answer-stands');
}

/** Counts the answers; the awaited are those without one. */
export function tallyOf(standings: readonly Standing[]): Tally {
  const count = (standing: Standing) => standings.filter((given) => given === standing).length;
  return {
    asked: standings.length,
    consent: count('consent'),
    concern: count('concern'),
    objection: count('objection'),
    awaited: count(null),
  };
}

import type { AgendaContent, AgendaState, AgendaStep, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Tally } from './answer.js';

const TRANSITIONS = {
  draft: { put_out: 'consultation', discard: 'discarded' },
  consultation: { take_back: 'draft', adopt: 'adopted' },
  adopted: {},
  superseded: {},
  discarded: {},
} as const satisfies Record<AgendaState, Partial<Record<AgendaStep, AgendaState>>>;

/** Where a step leads; one that is not declared is refused. An adopted version has no way out but being superseded. */
export function moveAgenda(state: AgendaState, step: AgendaStep): AgendaState {
  const declared: Partial<Record<AgendaStep, AgendaState>> = TRANSITIONS[state];
  const next = declared[step];
  if (next === undefined) throw new DomainError<ErrorCode>('agendas/step-not-possible', { state });
  return next;
}

/** Steps possible now, in the order they are offered. */
export function agendaStepsFrom(state: AgendaState): AgendaStep[] {
  return Object.keys(TRANSITIONS[state]) as AgendaStep[];
}

/** The text is written in a draft and nowhere else: what others were shown does not change under them. */
export function checkTextOpen(state: AgendaState): void {
  if (state !== 'draft') throw new DomainError<ErrorCode>('agendas/text-fixed');
}

/** Refuses a text whose items contradict each other, naming the field. */
export function checkContent(content: AgendaContent): void {
  for (const list of ['outcomes', 'strategies', 'contributions'] as const) {
    const ids = content[list].map((item) => item.id);
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (repeated >= 0)
      throw new DomainError<ErrorCode>('agendas/repeated-item', {}, `content.${list}.${String(repeated)}.id`);
  }
  const outcomes = new Set(content.outcomes.map((outcome) => outcome.id));
  const stray = content.contributions.findIndex((contribution) => !outcomes.has(contribution.outcomeId));
  if (stray >= 0)
    throw new DomainError<ErrorCode>(
      'agendas/outcome-unknown',
      {},
      `content.contributions.${String(stray)}.outcomeId`,
    );
}

/** A text others are asked about says the problem, the vision and at least one outcome. */
export function checkReady(content: AgendaContent): void {
  const lacking = (['problem', 'vision'] as const).find((part) => content[part] === '');
  const field = lacking ?? (content.outcomes.length === 0 ? 'outcomes' : undefined);
  if (field !== undefined) throw new DomainError<ErrorCode>('agendas/not-ready', {}, `content.${field}`);
}

/**
 * A version is adopted when at least one organisation consents. An objection is not outvoted: either the text
 * goes back, or it is said openly why it is adopted nevertheless. Those still awaited can join later.
 */
export function checkAdoptable(tally: Tally, despiteObjections: string): void {
  if (tally.consent + tally.concern === 0) throw new DomainError<ErrorCode>('agendas/nobody-consents');
  if (tally.objection > 0 && despiteObjections === '')
    throw new DomainError<ErrorCode>(
      'agendas/objection-stands',
      { count: tally.objection },
      'despiteObjections',
    );
}

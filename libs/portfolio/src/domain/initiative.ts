import type { ErrorCode, InitiativeStage, ReviewDecision } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import { DomainError } from '#libs/kernel';

const TRANSITIONS = {
  idea: ['small_test', 'closed'],
  small_test: ['adapt', 'spread', 'closed'],
  adapt: ['small_test', 'spread', 'closed'],
  spread: ['adapt', 'embedded', 'closed'],
  embedded: ['adapt', 'closed'],
  closed: [],
} as const satisfies Record<InitiativeStage, readonly InitiativeStage[]>;

const LEADS_TO = {
  adapt: 'adapt',
  spread: 'spread',
  embed: 'embedded',
  close: 'closed',
} as const satisfies Record<Exclude<ReviewDecision, 'continue'>, InitiativeStage>;

/** What an initiative must have before it starts: when it is looked at, and when it is stopped. */
export interface Safeguards {
  readonly stopRule: string;
  readonly reviewOn: PlainDate | null;
}

/** Why an initiative ended, and what others can build on. */
export interface Ending {
  readonly reason: string;
  readonly learned: string;
}

/** Stages an initiative can go to from here, in the order they are offered. */
export function stagesFrom(stage: InitiativeStage): readonly InitiativeStage[] {
  return TRANSITIONS[stage];
}

/**
 * Refuses a move that is not declared, a start without stop rule and review date, and an end without reason
 * and lesson.
 */
export function checkMove(
  from: InitiativeStage,
  to: InitiativeStage,
  safeguards: Safeguards,
  ending: Ending,
): void {
  if (!stagesFrom(from).includes(to))
    throw new DomainError<ErrorCode>('portfolio/move-not-possible', { from, to });
  if (to === 'closed') checkEnding(ending);
  else checkSafeguards(to, safeguards);
}

/** What runs has a stop rule and a review date; an idea may lack them, for it has not started. */
export function checkSafeguards(stage: InitiativeStage, { stopRule, reviewOn }: Safeguards): void {
  if (stage === 'idea' || stage === 'closed') return;
  if (stopRule === '') throw new DomainError<ErrorCode>('portfolio/stop-rule-needed', {}, 'stopRule');
  if (reviewOn === null) throw new DomainError<ErrorCode>('portfolio/review-date-needed', {}, 'reviewOn');
}

/** A closed initiative is history and is not rewritten. */
export function checkOpen(stage: InitiativeStage): void {
  if (stage === 'closed') throw new DomainError<ErrorCode>('portfolio/closed');
}

/** Decisions a review can come to at this stage: to continue, or a move that is declared from here. */
export function decisionsFrom(stage: InitiativeStage): ReviewDecision[] {
  if (stage === 'idea' || stage === 'closed') return [];
  const moves = (Object.keys(LEADS_TO) as (keyof typeof LEADS_TO)[]).filter((decision) =>
    stagesFrom(stage).includes(LEADS_TO[decision]),
  );
  return ['continue', ...moves];
}

/** What a review comes to. */
export interface Review {
  readonly decision: ReviewDecision;
  readonly words: string;
  readonly nextReviewOn: PlainDate | null;
  readonly learned: string;
}

/**
 * The stage after a review. Whatever goes on gets a next review after today; what is closed says what was
 * learned, with the review's own words as the reason.
 */
export function stageAfterReview(stage: InitiativeStage, review: Review, today: PlainDate): InitiativeStage {
  checkOpen(stage);
  if (stage === 'idea') throw new DomainError<ErrorCode>('portfolio/not-begun');
  const to = review.decision === 'continue' ? stage : LEADS_TO[review.decision];
  if (!decisionsFrom(stage).includes(review.decision))
    throw new DomainError<ErrorCode>('portfolio/move-not-possible', { from: stage, to });
  if (review.decision === 'close') checkEnding({ reason: review.words, learned: review.learned });
  else checkReviewDate(review.nextReviewOn, today, 'nextReviewOn');
  return to;
}

/** The next look at it is still to come. */
export function checkReviewDate(reviewOn: PlainDate | null, today: PlainDate, field: string): void {
  if (reviewOn === null) throw new DomainError<ErrorCode>('portfolio/review-date-needed', {}, field);
  if (reviewOn <= today) throw new DomainError<ErrorCode>('portfolio/review-date-past', {}, field);
}

/** Whether a review should have been held by today. */
export function reviewOverdue(stage: InitiativeStage, reviewOn: PlainDate | null, today: PlainDate): boolean {
  return stage !== 'idea' && stage !== 'closed' && reviewOn !== null && reviewOn < today;
}

function checkEnding({ reason, learned }: Ending): void {
  if (reason === '') throw new DomainError<ErrorCode>('portfolio/reason-needed', {}, 'reason');
  if (learned === '') throw new DomainError<ErrorCode>('portfolio/lesson-needed', {}, 'learned');
}

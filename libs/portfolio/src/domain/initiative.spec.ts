import { initiativeStages } from '#libs/api-schema';
import type { InitiativeStage } from '#libs/api-schema';
import {
  checkMove,
  checkOpen,
  decisionsFrom,
  reviewOverdue,
  stageAfterReview,
  stagesFrom,
} from './initiative.js';

const TODAY = '2026-11-23';
const ready = { stopRule: 'Vi stopper, hvis ingen unge møder op tre uger i træk', reviewOn: '2027-02-01' };
const open = { reason: '', learned: '' };
const review = {
  decision: 'continue',
  words: 'Fire unge er begyndt',
  nextReviewOn: '2027-03-01',
  learned: '',
} as const;
const move =
  (from: InitiativeStage, to: InitiativeStage, safeguards = ready, ending = open) =>
  () => {
    checkMove(from, to, safeguards, ending);
  };

describe('an initiative', () => {
  it('goes from idea over small test, adapting and spreading to operations', () => {
    for (const [from, to] of [
      ['idea', 'small_test'],
      ['small_test', 'adapt'],
      ['adapt', 'spread'],
      ['spread', 'embedded'],
    ] as const)
      expect(move(from, to)).not.toThrow();
  });

  it('does not start without its own stop rule', () => {
    expect(move('idea', 'small_test', { ...ready, stopRule: '' })).toThrow('portfolio/stop-rule-needed');
  });

  it('does not start without a review date', () => {
    expect(() => {
      checkMove('idea', 'small_test', { ...ready, reviewOn: null }, open);
    }).toThrow('portfolio/review-date-needed');
  });

  it('does not skip its test', () => {
    expect(move('idea', 'spread')).toThrow('portfolio/move-not-possible');
    expect(move('small_test', 'embedded')).toThrow('portfolio/move-not-possible');
  });

  it('can be closed from every stage, with the reason and what was learned', () => {
    for (const stage of initiativeStages.filter((name) => name !== 'closed')) {
      expect(move(stage, 'closed')).toThrow('portfolio/reason-needed');
      expect(move(stage, 'closed', ready, { reason: 'Ingen kom', learned: '' })).toThrow(
        'portfolio/lesson-needed',
      );
      expect(
        move(stage, 'closed', ready, { reason: 'Ingen kom', learned: 'Mandage duer ikke' }),
      ).not.toThrow();
    }
  });

  it('is not rewritten or reopened once closed', () => {
    expect(stagesFrom('closed')).toEqual([]);
    expect(() => {
      checkOpen('closed');
    }).toThrow('portfolio/closed');
  });
});

describe('a review', () => {
  it('lets it go on where it is, with a next date', () => {
    expect(stageAfterReview('small_test', review, TODAY)).toBe('small_test');
    expect(() => stageAfterReview('small_test', { ...review, nextReviewOn: null }, TODAY)).toThrow(
      'portfolio/review-date-needed',
    );
    expect(() => stageAfterReview('small_test', { ...review, nextReviewOn: TODAY }, TODAY)).toThrow(
      'portfolio/review-date-past',
    );
  });

  it('moves it along as decided', () => {
    expect(stageAfterReview('spread', { ...review, decision: 'embed' }, TODAY)).toBe('embedded');
    expect(() => stageAfterReview('small_test', { ...review, decision: 'embed' }, TODAY)).toThrow(
      'portfolio/move-not-possible',
    );
  });

  it('closes it with a lesson and no next date', () => {
    const close = { ...review, decision: 'close', nextReviewOn: null } as const;
    expect(() => stageAfterReview('adapt', close, TODAY)).toThrow('portfolio/lesson-needed');
    expect(stageAfterReview('adapt', { ...close, learned: 'Mentorer skal være lokale' }, TODAY)).toBe(
      'closed',
    );
  });

  it('is not held on an idea, and offers only what is declared', () => {
    expect(() => stageAfterReview('idea', review, TODAY)).toThrow('portfolio/not-begun');
    expect(decisionsFrom('small_test')).toEqual(['continue', 'adapt', 'spread', 'close']);
    expect(decisionsFrom('closed')).toEqual([]);
  });

  it('is overdue from the day after its date while the initiative runs', () => {
    expect(reviewOverdue('spread', '2026-11-22', TODAY)).toBe(true);
    expect(reviewOverdue('spread', TODAY, TODAY)).toBe(false);
    expect(reviewOverdue('closed', '2026-01-01', TODAY)).toBe(false);
  });
});

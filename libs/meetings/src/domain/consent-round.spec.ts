import fc from 'fast-check';
import type { ConsentAnswer, RoomRound } from '#libs/api-schema';
import { consentAnswers } from '#libs/api-schema';
import { isDomainError } from '#libs/kernel';
import { closeRound, requireReason } from './consent-round.js';

const person = (n: number) => ({ personId: `person-${String(n)}`, name: `Person ${String(n)}` });

/** A round of `size` people in which those answers were given, in order. */
function round(size: number, answers: readonly ConsentAnswer[]): RoomRound {
  return {
    roundId: 'round',
    number: 1,
    text: 'Vi prøver det i et halvt år',
    isOpen: true,
    asked: Array.from({ length: size }, (_, n) => person(n)),
    answers: answers.map((answer, n) => ({
      ...person(n),
      answer,
      reason: answer === 'objection' ? 'Det skader samarbejdet' : null,
      withdrawn: false,
    })),
    outcome: null,
    unanswered: [],
  };
}
const codeOf = (attempt: () => unknown): string | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    return isDomainError(error) ? error.code : 'crashed';
  }
};

describe('closing a consent round', () => {
  it('adopts when everybody consents', () => {
    expect(closeRound(round(3, ['consent', 'consent', 'consent']), false).outcome).toBe('adopted');
  });

  it('adopts with concerns when somebody has one', () => {
    expect(closeRound(round(2, ['consent', 'concern']), false).outcome).toBe('adopted-with-concerns');
  });

  it('is blocked by a single objection, also before the others have answered', () => {
    const result = closeRound(round(3, ['consent', 'objection']), false);
    expect(result.outcome).toBe('blocked');
    expect(result.unanswered).toEqual([person(2)]);
  });

  it('takes no silence for consent', () => {
    expect(codeOf(() => closeRound(round(3, ['consent']), false))).toBe('meetings/answers-missing');
    const result = closeRound(round(3, ['consent']), true);
    expect(result).toEqual({ outcome: 'adopted', unanswered: [person(1), person(2)] });
  });

  it('makes no decision out of no answers at all', () => {
    expect(codeOf(() => closeRound(round(2, []), true))).toBe('meetings/no-answers');
  });

  it('happens once', () => {
    const closed = { ...round(1, ['consent']), isOpen: false };
    expect(codeOf(() => closeRound(closed, false))).toBe('meetings/round-is-closed');
  });

  it('is blocked if and only if an objection was given, whatever the order of the answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...consentAnswers), { minLength: 1, maxLength: 12 }),
        (answers) => {
          const forward = closeRound(round(12, answers), true).outcome;
          const backward = closeRound(round(12, [...answers].reverse()), true).outcome;
          expect(backward).toBe(forward);
          expect(forward === 'blocked').toBe(answers.includes('objection'));
          expect(forward === 'adopted').toBe(answers.every((answer) => answer === 'consent'));
        },
      ),
    );
  });
});

describe('an objection', () => {
  it('needs a reason, the other answers do not', () => {
    expect(
      codeOf(() => {
        requireReason('objection', null);
      }),
    ).toBe('meetings/reason-needed');
    expect(
      codeOf(() => {
        requireReason('concern', null);
      }),
    ).toBeNull();
  });
});

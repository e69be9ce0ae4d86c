import { checkAnswer, tallyOf } from './answer.js';

describe('an organisation’s answer', () => {
  it('is taken in consultation, and may be changed there', () => {
    expect(() => {
      checkAnswer('consultation', null, 'consent', '');
      checkAnswer('consultation', 'consent', 'objection', 'Tidsplanen holder ikke');
    }).not.toThrow();
  });

  it('needs a reason when it is a concern or an objection', () => {
    for (const answer of ['concern', 'objection'] as const)
      expect(() => {
        checkAnswer('consultation', null, answer, '');
      }).toThrow('agendas/reason-needed');
  });

  it('is not taken on a draft or an outdated version', () => {
    for (const state of ['draft', 'superseded', 'discarded'] as const)
      expect(() => {
        checkAnswer(state, null, 'consent', '');
      }).toThrow('agendas/not-open-for-answers');
  });

  it('can come late to an adopted version, but a consent given stands', () => {
    expect(() => {
      checkAnswer('adopted', null, 'consent', '');
      checkAnswer('adopted', 'objection', 'consent', '');
    }).not.toThrow();
    expect(() => {
      checkAnswer('adopted', 'concern', 'objection', 'Fortrudt');
    }).toThrow('agendas/answer-stands');
  });
});

describe('the tally', () => {
  it('counts the awaited beside the answers', () => {
    expect(tallyOf(['consent', null, 'objection', 'consent', null, 'concern'])).toEqual({
      asked: 6,
      consent: 2,
      concern: 1,
      objection: 1,
      awaited: 2,
    });
  });
});

import type { AgendaContent } from '#libs/api-schema';
import {
  agendaStepsFrom,
  checkAdoptable,
  checkContent,
  checkReady,
  checkTextOpen,
  moveAgenda,
} from './agenda-version.js';
import { tallyOf } from './answer.js';

const content: AgendaContent = {
  title: 'Ungegarantien',
  problem: 'For mange unge er uden for',
  vision: 'Alle unge har en plads',
  mission: '',
  outcomes: [{ id: 'o1', title: 'Flere i uddannelse', description: '', indicatorId: null }],
  strategies: [],
  contributions: [{ id: 'c1', organisationId: 'p1', commitment: 'Fem praktikpladser', outcomeId: 'o1' }],
};

describe('the life of a version', () => {
  it('goes from draft over consultation to adopted', () => {
    expect(moveAgenda('draft', 'put_out')).toBe('consultation');
    expect(moveAgenda('consultation', 'adopt')).toBe('adopted');
  });

  it('can be taken back from consultation and a draft discarded', () => {
    expect(moveAgenda('consultation', 'take_back')).toBe('draft');
    expect(moveAgenda('draft', 'discard')).toBe('discarded');
  });

  it('has no step out of adopted, superseded or discarded', () => {
    for (const state of ['adopted', 'superseded', 'discarded'] as const) {
      expect(agendaStepsFrom(state)).toEqual([]);
      expect(() => moveAgenda(state, 'take_back')).toThrow('agendas/step-not-possible');
    }
  });

  it('opens its text in a draft alone', () => {
    expect(() => {
      checkTextOpen('draft');
    }).not.toThrow();
    for (const state of ['consultation', 'adopted', 'superseded'] as const)
      expect(() => {
        checkTextOpen(state);
      }).toThrow('agendas/text-fixed');
  });
});

describe('the text of a version', () => {
  const refused = (change: Partial<AgendaContent>, check = checkContent) => {
    try {
      check({ ...content, ...change });
      return null;
    } catch (error) {
      const { code, field } = error as { code: string; field?: string };
      return [code, field];
    }
  };

  it('is refused when a contribution serves an outcome that is not there', () => {
    expect(refused({ outcomes: [] })).toEqual([
      'agendas/outcome-unknown',
      'content.contributions.0.outcomeId',
    ]);
  });

  it('is refused when two items share a key', () => {
    expect(refused({ outcomes: [...content.outcomes, ...content.outcomes] })).toEqual([
      'agendas/repeated-item',
      'content.outcomes.1.id',
    ]);
  });

  it('is ready for others when it says problem, vision and an outcome', () => {
    expect(refused({}, checkReady)).toBeNull();
    expect(refused({ problem: '' }, checkReady)).toEqual(['agendas/not-ready', 'content.problem']);
    expect(refused({ outcomes: [] }, checkReady)).toEqual(['agendas/not-ready', 'content.outcomes']);
  });
});

describe('adopting', () => {
  it('needs one consent, while others may still be awaited', () => {
    expect(() => {
      checkAdoptable(tallyOf([null, null]), '');
    }).toThrow('agendas/nobody-consents');
    expect(() => {
      checkAdoptable(tallyOf(['concern', null]), '');
    }).not.toThrow();
  });

  it('over an objection needs an open reason', () => {
    expect(() => {
      checkAdoptable(tallyOf(['consent', 'objection']), '');
    }).toThrow('agendas/objection-stands');
    expect(() => {
      checkAdoptable(tallyOf(['consent', 'objection']), 'Skolen følger sin egen plan til august');
    }).not.toThrow();
  });
});

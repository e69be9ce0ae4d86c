import type { AgendaContent } from '#libs/api-schema';
import fc from 'fast-check';
import { agendaDifference } from './agenda-difference.js';
import { wordDifference } from './word-difference.js';

const names = { organisation: (id: string) => `Org ${id}`, indicator: (id: string) => `Ind ${id}` };
const base: AgendaContent = {
  title: 'Ungegarantien',
  problem: 'For mange unge er uden for fællesskabet',
  vision: 'Alle unge har en plads',
  mission: '',
  outcomes: [{ id: 'o1', title: 'Flere i uddannelse', description: '', indicatorId: null }],
  strategies: [{ id: 's1', title: 'Én indgang', description: '' }],
  contributions: [{ id: 'c1', organisationId: 'p1', commitment: 'Fem praktikpladser', outcomeId: 'o1' }],
};
const told = (after: Partial<AgendaContent>) =>
  agendaDifference(base, { ...base, ...after }, names).map(({ part, kind, about }) => [part, kind, about]);

describe('the difference between two versions', () => {
  it('is nothing when they say the same', () => {
    expect(told({})).toEqual([]);
  });

  it('tells a changed word inside its sentence', () => {
    const [change] = agendaDifference(base, { ...base, vision: 'Alle unge har en god plads' }, names);
    expect(change?.pieces).toEqual([
      { kind: 'same', text: 'Alle unge har en' },
      { kind: 'added', text: ' god' },
      { kind: 'same', text: ' plads' },
    ]);
  });

  it('tells what came, what went and what changed, by name', () => {
    expect(
      told({
        mission: 'Vi mødes om den enkelte',
        outcomes: [
          { id: 'o1', title: 'Flere i uddannelse', description: '', indicatorId: 'i1' },
          { id: 'o2', title: 'Færre uden for', description: '', indicatorId: null },
        ],
        strategies: [],
      }),
    ).toEqual([
      ['mission', 'added', ''],
      ['outcome', 'changed', 'Flere i uddannelse'],
      ['outcome', 'added', 'Færre uden for'],
      ['strategy', 'removed', 'Én indgang'],
    ]);
  });

  it('names the organisation and the outcome of a contribution that moved', () => {
    const [change] = agendaDifference(
      base,
      {
        ...base,
        contributions: [{ id: 'c1', organisationId: 'p1', commitment: 'Ti praktikpladser', outcomeId: 'o1' }],
      },
      names,
    );
    expect(change).toMatchObject({ part: 'contribution', kind: 'changed', about: 'Org p1' });
  });
});

describe('the word difference', () => {
  it('reads as the old text without what came and as the new without what went', () => {
    const text = fc.array(fc.constantFrom('en', 'plads', 'til', 'alle', 'unge', '\n', '  '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')];
        const pieces = wordDifference(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});

import { inventParticipants } from './invent-participants.js';

const today = '2026-11-24';

function luck(): () => number {
  let at = 0;
  return () => (at = (at + 0.381_966) % 1);
}

describe('invented participants', () => {
  const people = inventParticipants(300, today, luck());

  it('are the same for the same random numbers', () => {
    expect(inventParticipants(300, today, luck())).toEqual(people);
    expect(new Set(people.map(({ pseudonym }) => pseudonym)).size).toBe(300);
  });

  it('do one thing after the other, none of it after today', () => {
    for (const { spells } of people)
      for (const [index, { from, to }] of spells.entries()) {
        expect(from < today && (to === null || to >= from)).toBe(true);
        const next = spells[index + 1];
        expect(to === null).toBe(next === undefined);
        if (next !== undefined) expect((to ?? '') < next.from).toBe(true);
      }
  });

  it('are mostly confirmed up to date, and some are overdue', () => {
    const open = people.flatMap(({ spells }) => spells.filter(({ nextReviewOn }) => nextReviewOn !== null));
    const overdue = open.filter(({ nextReviewOn }) => (nextReviewOn ?? '') < today).length;
    expect(overdue).toBeGreaterThan(10);
    expect(overdue).toBeLessThan(60);
  });
});

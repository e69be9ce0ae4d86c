import fc from 'fast-check';
import { addDays, DomainError, isDomainError } from '#libs/kernel';
import { ageBandOf } from './age-band.js';
import {
  confirmSpell,
  endSpell,
  nextReview,
  placeSpell,
  type Spell,
  standingOn,
} from './destination-spell.js';

const today = '2026-11-23';
let made = 0;
const spell = (typeKey: string, from: string, to: string | null = null): Spell => ({
  id: String((made += 1)),
  typeKey,
  from,
  to,
  nextReviewOn: nextReview({ from, to }, from),
});
const wanted = (typeKey: string, from: string, to: string | null = null, beside = false) => ({
  typeKey,
  from,
  to,
  beside,
});

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return 'no error';
}

describe('a new destination', () => {
  it('ends the open one on the day before it begins', () => {
    const seeking = spell('seeking', '2026-06-01');
    expect(placeSpell([seeking], wanted('apprenticeship', '2026-11-01'), 2007, today)).toEqual([
      { id: seeking.id, typeKey: 'seeking', to: '2026-10-31' },
    ]);
  });

  it('alongside school leaves school open', () => {
    const school = spell('upper-secondary', '2026-08-10');
    expect(placeSpell([school], wanted('leisure-job', '2026-11-01', null, true), 2009, today)).toEqual([]);
  });

  it('that is over already changes nothing about what is open', () => {
    const seeking = spell('seeking', '2026-01-01');
    expect(placeSpell([seeking], wanted('work-experience', '2026-03-01', '2026-03-14'), 2007, today)).toEqual(
      [],
    );
  });

  it('of the same type at the same time is refused, also when they touch on one day', () => {
    const job = spell('ordinary-job', '2026-01-01', '2026-05-31');
    const again = (from: string) =>
      codeOf(() => placeSpell([job], wanted('ordinary-job', from), 2000, today));
    expect(again('2026-05-31')).toBe('participants/spell-overlaps');
    expect(again('2026-06-01')).toBe('no error');
  });

  it('before an open one needs an end, or to be alongside', () => {
    const school = spell('eud', '2026-08-10');
    const earlier = (to: string | null, beside: boolean) =>
      codeOf(() => placeSpell([school], wanted('seeking', '2026-03-01', to, beside), 2007, today));
    expect(earlier(null, false)).toBe('participants/later-spell-open');
    expect(earlier('2026-08-09', false)).toBe('no error');
    expect(earlier(null, true)).toBe('no error');
  });

  it('may not end before it starts, start before birth or lie far ahead', () => {
    expect(codeOf(() => placeSpell([], wanted('eud', '2026-05-01', '2026-04-30'), 2007, today))).toBe(
      'participants/ends-before-start',
    );
    expect(codeOf(() => placeSpell([], wanted('eud', '2006-05-01'), 2007, today))).toBe(
      'participants/before-birth',
    );
    expect(codeOf(() => placeSpell([], wanted('eud', '2062-05-01'), 2007, today))).toBe(
      'participants/too-far-ahead',
    );
  });

  it('never makes two open destinations that were not said to be alongside, whatever is logged', () => {
    const day = fc.integer({ min: -700, max: 300 }).map((days) => addDays(today, days));
    const length = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
    const type = fc.constantFrom('eud', 'seeking', 'ordinary-job', 'ill');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, day, length), { maxLength: 15 }), (attempts) => {
        let spells: Spell[] = [];
        for (const [typeKey, from, days] of attempts) {
          const next = wanted(typeKey, from, days === null ? null : addDays(from, days));
          let ended: ReturnType<typeof placeSpell>;
          try {
            ended = placeSpell(spells, next, 1990, today);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            continue;
          }
          spells = [
            ...spells.map((old) => ({ ...old, to: ended.find(({ id }) => id === old.id)?.to ?? old.to })),
            spell(typeKey, from, next.to),
          ];
        }
        expect(spells.filter(({ to }) => to === null).length).toBeLessThanOrEqual(1);
        for (const one of spells) {
          if (one.to !== null) expect(one.to >= one.from).toBe(true);
          for (const other of spells)
            if (one !== other && one.typeKey === other.typeKey)
              expect((one.to ?? '9999') < other.from || (other.to ?? '9999') < one.from).toBe(true);
        }
      }),
    );
  });
});

describe('an open destination', () => {
  it('is to be confirmed after 3, 6 and 12 months, then every year', () => {
    const open = { from: '2026-01-31', to: null };
    expect(nextReview(open, '2026-01-31')).toBe('2026-04-30');
    expect(nextReview(open, '2026-04-30')).toBe('2026-07-31');
    expect(nextReview(open, '2026-08-15')).toBe('2027-01-31');
    expect(nextReview(open, '2027-02-01')).toBe('2028-01-31');
    expect(nextReview(open, '2031-06-01')).toBe('2032-01-31');
  });

  it('needs no confirmation when it ends before', () => {
    expect(nextReview({ from: '2026-01-01', to: '2026-03-01' }, '2026-01-01')).toBeNull();
  });

  it('decays to unconfirmed the day after its review date', () => {
    const open = spell('eud', '2026-08-10');
    expect(standingOn(open, '2026-08-09')).toBe('planned');
    expect(standingOn(open, '2026-11-10')).toBe('current');
    expect(standingOn(open, '2026-11-11')).toBe('unconfirmed');
    expect(standingOn({ ...open, to: '2026-10-01' }, '2026-11-11')).toBe('past');
  });

  it('is current again once confirmed, and never for ever', () => {
    const open = spell('eud', '2026-08-10');
    const review = confirmSpell(open, today);
    expect(review).toBe('2027-02-10');
    expect(standingOn({ ...open, nextReviewOn: review }, today)).toBe('current');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), (days) => {
        const confirmedOn = addDays(open.from, days);
        const next = nextReview(open, confirmedOn) ?? '';
        expect(next > confirmedOn).toBe(true);
        expect(next <= addDays(confirmedOn, 366)).toBe(true);
      }),
    );
  });

  it('cannot be confirmed before it begins or after it has ended, nor end before it began', () => {
    expect(codeOf(() => confirmSpell(spell('eud', '2027-01-10'), today))).toBe('participants/not-begun');
    expect(codeOf(() => confirmSpell(spell('eud', '2026-01-10', '2026-02-01'), today))).toBe(
      'participants/spell-not-open',
    );
    expect(
      codeOf(() => {
        endSpell(spell('eud', '2026-01-10'), '2026-01-09');
      }),
    ).toBe('participants/ends-before-start');
    expect(
      codeOf(() => {
        endSpell(spell('eud', '2026-01-10', '2026-02-01'), '2026-03-01');
      }),
    ).toBe('participants/spell-not-open');
  });
});

describe('an age band', () => {
  it.each([
    [2013, '13-15'],
    [2010, '16-17'],
    [2008, '18-24'],
    [2001, '25-29'],
    [1996, '30+'],
    [2016, '6-12'],
  ] as const)('of somebody born in %i is %s in 2026', (birthYear, band) => {
    expect(ageBandOf(birthYear, 2026)).toBe(band);
  });
});

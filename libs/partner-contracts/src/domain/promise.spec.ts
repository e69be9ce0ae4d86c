import fc from 'fast-check';
import { promiseRate, promiseVerdict, type PromisedAnswer, type PromiseVerdict } from './promise.js';

const due = new Date('2026-11-28T23:00:00Z');
const early = new Date('2026-11-25T10:00:00Z');
const late = new Date('2026-11-30T10:00:00Z');
const open: PromisedAnswer = { responseDueAt: due, answeredAt: null, endedAt: null, outcome: null };

describe('the guarantee', () => {
  it('is kept when answered in time and ended in an offer, however long the end took', () => {
    expect(
      promiseVerdict({ ...open, answeredAt: early, endedAt: late, outcome: 'place-offered' }, late),
    ).toBe('kept');
    expect(
      promiseVerdict({ ...open, answeredAt: early, endedAt: late, outcome: 'hand-on-accepted' }, late),
    ).toBe('kept');
  });

  it('is not kept when the answer came too late, or from somebody else than the partner', () => {
    expect(promiseVerdict({ ...open, answeredAt: late, endedAt: late, outcome: 'place-offered' }, late)).toBe(
      'not-kept',
    );
    expect(promiseVerdict({ ...open, endedAt: early, outcome: 'hand-on-accepted' }, late)).toBe('not-kept');
  });

  it('is answered in time at the very last instant', () => {
    expect(promiseVerdict({ ...open, answeredAt: due, endedAt: due, outcome: 'place-offered' }, late)).toBe(
      'kept',
    );
  });

  it('is undecided until the response time has passed, then not kept while the chain is open', () => {
    expect(promiseVerdict(open, early)).toBe('pending');
    expect(promiseVerdict(open, late)).toBe('not-kept');
    expect(promiseVerdict({ ...open, answeredAt: early }, late)).toBe('not-kept');
  });

  it('is not judged when the young person withdrew from a partner who was not late', () => {
    expect(promiseVerdict({ ...open, endedAt: early, outcome: 'withdrawn' }, late)).toBe('left-out');
    expect(promiseVerdict({ ...open, answeredAt: early, endedAt: late, outcome: 'withdrawn' }, late)).toBe(
      'left-out',
    );
    expect(promiseVerdict({ ...open, endedAt: late, outcome: 'withdrawn' }, late)).toBe('not-kept');
  });
});

describe('the kept-promise rate', () => {
  it('is no figure at all when nothing counts, which is not 0', () => {
    expect(promiseRate(['pending', 'left-out'])).toEqual({ counted: 0, kept: 0, rate: null });
    expect(promiseRate(['not-kept'])).toEqual({ counted: 1, kept: 0, rate: 0 });
  });

  it('moves only with chains that count', () => {
    const verdicts = fc.array(fc.constantFrom<PromiseVerdict>('kept', 'not-kept', 'left-out', 'pending'));
    fc.assert(
      fc.property(verdicts, (all) => {
        expect(promiseRate([...all, 'pending', 'left-out'])).toEqual(promiseRate(all));
        const { rate, kept, counted } = promiseRate(all);
        expect(kept).toBeLessThanOrEqual(counted);
        if (rate !== null) expect(rate).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

import {
  checkFigure,
  checkMayCorrect,
  checkPeriod,
  moveObservation,
  showObserved,
  stepsFrom,
} from './observation.js';

describe('the life of a reported figure', () => {
  it('goes from draft over handed in to published', () => {
    expect(moveObservation('draft', 'submit', '')).toBe('submitted');
    expect(moveObservation('submitted', 'publish', '')).toBe('published');
  });

  it('can be sent back with a reason and handed in again', () => {
    expect(() => moveObservation('submitted', 'send_back', '')).toThrow('measurements/reason-needed');
    expect(moveObservation('submitted', 'send_back', 'Tælleren mangler august')).toBe('sent_back');
    expect(moveObservation('sent_back', 'submit', '')).toBe('submitted');
  });

  it('has no step out of published', () => {
    expect(stepsFrom('published')).toEqual([]);
    expect(() => moveObservation('published', 'submit', '')).toThrow('measurements/step-not-possible');
  });

  it('leaves corrections of what is handed in to the secretariat', () => {
    expect(() => {
      checkMayCorrect('submitted', false);
    }).toThrow('measurements/correction-by-secretariat');
    expect(() => {
      checkMayCorrect('published', true);
      checkMayCorrect('sent_back', false);
    }).not.toThrow();
  });
});

describe('a reported figure', () => {
  it('is for a period of the right frequency that has begun', () => {
    expect(() => {
      checkPeriod('2026-11', 'quarter', '2026-11');
    }).toThrow('measurements/wrong-period');
    expect(() => {
      checkPeriod('2027-Q1', 'quarter', '2026-11');
    }).toThrow('measurements/period-not-begun');
    expect(() => {
      checkPeriod('2026-Q4', 'quarter', '2026-11');
    }).not.toThrow();
  });

  it.each([
    ['percent', { kind: 'value', value: 101 }, 'measurements/value-shape'],
    ['percent', { kind: 'share', numerator: 6, denominator: 5 }, 'measurements/numerator-too-large'],
    ['people', { kind: 'value', value: 2.5 }, 'measurements/value-shape'],
    ['kroner', { kind: 'share', numerator: 1, denominator: 2 }, 'measurements/value-shape'],
  ] as const)('in %s cannot be %j', (unit, figure, code) => {
    expect(() => {
      checkFigure(unit, figure);
    }).toThrow(code);
  });

  it('is hidden when it counts few people, and shown when it counts kroner', () => {
    expect(showObserved('people', { kind: 'value', value: 3 }, 5).cell.state).toBe('suppressed');
    expect(showObserved('percent', { kind: 'share', numerator: 3, denominator: 50 }, 5).cell.state).toBe(
      'suppressed',
    );
    expect(showObserved('kroner', { kind: 'value', value: 3 }, 5).cell).toMatchObject({
      state: 'value',
      value: 3,
    });
    expect(showObserved('people', { kind: 'not_applicable' }, 5).cell.state).toBe('not_applicable');
  });
});

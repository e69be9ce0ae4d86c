import type { IndicatorInput } from '#libs/api-schema';
import { checkIndicator, checkUnchangedMeaning } from './indicator.js';

const manual: IndicatorInput = {
  name: 'Unge uden job eller uddannelse',
  definition: 'Andel af 16–24-årige',
  unit: 'percent',
  direction: 'should_fall',
  source: 'manual',
  metricKey: null,
  frequency: 'quarter',
  level: 'population',
  responsibleOrganisationId: null,
  baselineValue: 12,
  baselinePeriod: '2025-Q4',
  targetValue: 8,
  targetBy: '2030-12-31',
  published: true,
};
const derived: IndicatorInput = {
  ...manual,
  source: 'derived',
  metricKey: 'participants.positive-destination',
  frequency: 'month',
  baselineValue: null,
  baselinePeriod: null,
};
const refused = (change: Partial<IndicatorInput>, base = manual) => {
  try {
    checkIndicator({ ...base, ...change });
    return null;
  } catch (error) {
    const { code, field } = error as { code: string; field?: string };
    return [code, field];
  }
};

describe('an indicator', () => {
  it('is accepted when it agrees with itself', () => {
    expect(refused({})).toBeNull();
    expect(refused({}, derived)).toBeNull();
  });

  it.each([
    [{ targetValue: 15 }, manual, 'measurements/target-wrong-way', 'targetValue'],
    [{ targetBy: null }, manual, 'measurements/target-incomplete', 'targetBy'],
    [{ baselinePeriod: null }, manual, 'measurements/baseline-incomplete', 'baselinePeriod'],
    [{ baselinePeriod: '2025-11' }, manual, 'measurements/wrong-period', 'baselinePeriod'],
    [{ metricKey: 'a.b' }, manual, 'measurements/manual-has-metric', 'metricKey'],
    [{ metricKey: null }, derived, 'measurements/derived-needs-metric', 'metricKey'],
    [{ unit: 'people' as const }, derived, 'measurements/derived-shape', 'unit'],
    [{ frequency: 'year' as const }, derived, 'measurements/derived-shape', 'frequency'],
  ])('with %j is refused, and the field named', (change, base, code, field) => {
    expect(refused(change, base)).toEqual([code, field]);
  });

  it('keeps its unit once figures were reported', () => {
    const renamed = { ...manual, name: 'Et bedre navn' };
    expect(() => {
      checkUnchangedMeaning(manual, { ...manual, unit: 'people' });
    }).toThrow('measurements/source-fixed');
    expect(() => {
      checkUnchangedMeaning(manual, renamed);
    }).not.toThrow();
  });
});

import type { IndicatorInput } from '#libs/api-schema';

/** An indicator that is reported by hand, published. */
export function manualIndicator(change: Partial<IndicatorInput> = {}): IndicatorInput {
  return {
    name: 'Unge uden job eller uddannelse',
    definition: 'Andel af de 16–24-årige, som hverken er i job eller uddannelse.',
    unit: 'percent',
    direction: 'should_fall',
    source: 'manual',
    metricKey: null,
    frequency: 'month',
    level: 'population',
    responsibleOrganisationId: null,
    baselineValue: null,
    baselinePeriod: null,
    targetValue: null,
    targetBy: null,
    published: true,
    ...change,
  };
}

/** An indicator that is derived from a source. */
export function derivedIndicator(metricKey: string, change: Partial<IndicatorInput> = {}): IndicatorInput {
  return manualIndicator({
    name: 'Andel med en positiv destination',
    direction: 'should_rise',
    source: 'derived',
    metricKey,
    level: 'performance',
    ...change,
  });
}

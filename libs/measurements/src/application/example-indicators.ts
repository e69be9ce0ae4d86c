import type { ExampleThing } from '#libs/alliances';
import type { IndicatorInput, ObservedFigure } from '#libs/api-schema';
import { addToMonth, monthOf, type PlainDate } from '#libs/kernel';

/** How many months of reported figures there are. */
const months = 14;

/** An indicator of the example with the figures that were reported for it, by month. */
export interface ExampleIndicator {
  readonly thing: Extract<ExampleThing, `indicator.${string}`>;
  readonly input: IndicatorInput;
  readonly figures: readonly {
    readonly period: string;
    readonly figure: ObservedFigure;
    readonly note: string;
  }[];
}

/**
 * Two indicators derived from the daily work and two that the municipality reports: one that should fall, with a month
 * that never came, and a count of people so small at first that it is hidden.
 */
export function exampleIndicators(
  today: PlainDate,
  municipalityId: string,
  random: () => number,
): readonly ExampleIndicator[] {
  const first = addToMonth(monthOf(today), -months);
  const periods = Array.from({ length: months }, (_, index) => addToMonth(first, index));
  return [
    ...derived(today, first),
    neet(today, municipalityId, periods, random),
    found(municipalityId, periods, random),
  ];
}

function derived(today: PlainDate, first: string): ExampleIndicator[] {
  const shared = {
    unit: 'percent',
    direction: 'should_rise',
    source: 'derived',
    frequency: 'month',
    responsibleOrganisationId: null,
    baselinePeriod: first,
    targetBy: `${String(Number(today.slice(0, 4)) + 2)}-12-31`,
    published: true,
  } as const;
  return [
    {
      thing: 'indicator.destination',
      input: {
        ...shared,
        name: 'Unge med en positiv destination',
        definition:
          'Andelen af de unge, alliancen følger, som er i uddannelse eller job eller har afklaret, hvad de vil.',
        metricKey: 'participants.positive-destination',
        level: 'population',
        baselineValue: 62,
        targetValue: 80,
      },
      figures: [],
    },
    {
      thing: 'indicator.promise',
      input: {
        ...shared,
        name: 'Holdte løfter',
        definition:
          'Andelen af henvendelser til garantipartnerne, som blev besvaret til tiden og endte med en plads eller en videregivelse.',
        metricKey: 'partner-contracts.kept-promise',
        level: 'performance',
        baselineValue: 75,
        targetValue: 95,
      },
      figures: [],
    },
  ];
}

function neet(
  today: PlainDate,
  municipalityId: string,
  periods: readonly string[],
  random: () => number,
): ExampleIndicator {
  const lacking = 5;
  return {
    thing: 'indicator.neet',
    input: {
      name: 'Unge uden for job og uddannelse',
      definition:
        'Andelen af kommunens 16–24-årige, som hverken er i job eller uddannelse ved månedens udgang.',
      unit: 'percent',
      direction: 'should_fall',
      source: 'manual',
      metricKey: null,
      frequency: 'month',
      level: 'population',
      responsibleOrganisationId: municipalityId,
      baselineValue: 9.8,
      baselinePeriod: periods[0] ?? null,
      targetValue: 6,
      targetBy: `${String(Number(today.slice(0, 4)) + 4)}-12-31`,
      published: true,
    },
    figures: periods.flatMap((period, index) => {
      if (index === lacking) return [];
      const numerator = Math.round(598 - index * 7.5 + random() * 6);
      const note =
        index === lacking + 1 ? 'Måneden før blev ikke opgjort på grund af skift af fagsystem.' : '';
      return [{ period, figure: { kind: 'share', numerator, denominator: 6_104 }, note }];
    }),
  };
}

function found(municipalityId: string, periods: readonly string[], random: () => number): ExampleIndicator {
  return {
    thing: 'indicator.found',
    input: {
      name: 'Unge under radaren, som fik en plan',
      definition:
        'Antal unge med ukendt status, som det opsøgende team fandt, og som lagde en plan i måneden.',
      unit: 'people',
      direction: 'should_rise',
      source: 'manual',
      metricKey: null,
      frequency: 'month',
      level: 'performance',
      responsibleOrganisationId: municipalityId,
      baselineValue: null,
      baselinePeriod: null,
      targetValue: null,
      targetBy: null,
      published: true,
    },
    figures: periods.map((period, index) => ({
      period,
      figure: { kind: 'value', value: index === 1 ? 3 : 6 + index + Math.floor(random() * 2) },
      note: '',
    })),
  };
}

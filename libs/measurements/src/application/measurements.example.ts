import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import type { IndicatorInput, ObservedFigure } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { lastDuePeriod, previousPeriod } from '../domain/period.js';
import { IndicatorRepository } from './indicator.repository.js';
import { MetricSources } from './metric-sources.js';
import { ObservationRepository } from './observation.repository.js';

/** How many quarters back the reported figures reach. */
const QUARTERS = 8;

/** Fills the example alliance with indicators: two derived from its daily work, two reported by the municipality. */
@Injectable()
export class MeasurementsExample implements ExamplePart {
  readonly name = 'measurements';
  /** Before the agenda, whose outcomes point at indicators. */
  readonly order = 5;

  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly observations: ObservationRepository,
    private readonly sources: MetricSources,
  ) {}

  /** Leaves out what this process cannot count. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    for (const input of derived(example))
      if (input.metricKey !== null && this.sources.find(input.metricKey) !== undefined)
        await this.add(tx, input);
    const periods = quartersUntil(example.today);
    const outside = await this.add(tx, outsideJobAndSchool(example, periods[0] ?? ''));
    for (const [index, period] of periods.entries())
      await this.publish(tx, example, outside, period, shareOutside(index, example));
    const jobs = await this.add(tx, leisureJobs(example));
    // The newest is not in yet, so that the page has a figure that is out of date to show.
    for (const [index, period] of periods.slice(0, -1).entries())
      await this.publish(tx, example, jobs, period, { kind: 'value', value: 2 + index * 6 });
  }

  private async add(tx: Transaction, input: IndicatorInput): Promise<string> {
    const id = newId();
    await this.indicators.add(tx, id, input);
    await tx.append(
      'measurements.indicator-created',
      { kind: 'indicator', id },
      { indicatorName: input.name },
    );
    return id;
  }

  private async publish(
    tx: Transaction,
    { founder }: Example,
    indicatorId: string,
    period: string,
    figure: ObservedFigure,
  ): Promise<void> {
    const change = {
      state: 'published' as const,
      figure,
      note: '',
      sentBackReason: '',
      enteredBy: founder.name,
    };
    await this.observations.add(tx, indicatorId, period, change, founder.personId);
  }
}

function quartersUntil(today: string): string[] {
  const periods = [lastDuePeriod(today, 'quarter')];
  while (periods.length < QUARTERS) periods.unshift(previousPeriod(periods[0] ?? '', 'quarter'));
  return periods;
}

/** A slowly falling share of some 3,400 young people. */
function shareOutside(index: number, example: Example): ObservedFigure {
  return {
    kind: 'share',
    numerator: Math.round(412 - index * 11 + example.random() * 14),
    denominator: 3_412,
  };
}

function derived({ today }: Example): IndicatorInput[] {
  const shared = {
    unit: 'percent',
    direction: 'should_rise',
    source: 'derived',
    frequency: 'month',
    responsibleOrganisationId: null,
    baselineValue: null,
    baselinePeriod: null,
    targetBy: `${String(Number(today.slice(0, 4)) + 2)}-12-31`,
    published: true,
  } as const;
  return [
    {
      ...shared,
      name: 'Unge med en positiv destination',
      definition:
        'Andelen af de unge, alliancen følger, som er i uddannelse eller job eller har afklaret, hvad de vil.',
      metricKey: 'participants.positive-destination',
      level: 'population',
      targetValue: 80,
    },
    {
      ...shared,
      name: 'Holdte løfter',
      definition:
        'Andelen af henvendelser til garantipartnerne, som blev besvaret til tiden og endte med en plads eller en videregivelse.',
      metricKey: 'partner-contracts.kept-promise',
      level: 'performance',
      targetValue: 95,
    },
  ];
}

function outsideJobAndSchool({ municipalityId, today }: Example, baselinePeriod: string): IndicatorInput {
  return {
    name: 'Unge uden for job og uddannelse',
    definition:
      'Andelen af kommunens 16–24-årige, som hverken er i job eller uddannelse ved kvartalets udgang.',
    unit: 'percent',
    direction: 'should_fall',
    source: 'manual',
    metricKey: null,
    frequency: 'quarter',
    level: 'population',
    responsibleOrganisationId: municipalityId,
    baselineValue: 12.1,
    baselinePeriod,
    targetValue: 8,
    targetBy: `${String(Number(today.slice(0, 4)) + 4)}-12-31`,
    published: true,
  };
}

function leisureJobs({ municipalityId }: Example): IndicatorInput {
  return {
    name: 'Unge i fritidsjob gennem alliancen',
    definition: 'Antal unge under 18 år, som fik et fritidsjob hos en garantipartner i kvartalet.',
    unit: 'people',
    direction: 'should_rise',
    source: 'manual',
    metricKey: null,
    frequency: 'quarter',
    level: 'performance',
    responsibleOrganisationId: municipalityId,
    baselineValue: null,
    baselinePeriod: null,
    targetValue: null,
    targetBy: null,
    published: true,
  };
}

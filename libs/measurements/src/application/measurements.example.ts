import { Injectable } from '@nestjs/common';
import { type Example, exampleId, type ExamplePart } from '#libs/alliances';
import { addDays, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { type ExampleIndicator, exampleIndicators } from './example-indicators.js';
import { lastDayOfPeriod } from '../domain/period.js';
import { IndicatorRepository } from './indicator.repository.js';
import { MetricSources } from './metric-sources.js';

const reporter = 'Karen Lyngvang';

/** Fills the example alliance with indicators: two derived from its daily work, two reported by the municipality. */
@Injectable()
export class MeasurementsExample implements ExamplePart {
  readonly name = 'measurements';
  readonly order = 50;

  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly sources: MetricSources,
  ) {}

  /** Leaves out what this process cannot count. Of what is reported, the newest month waits for the secretariat. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const told = exampleIndicators(example.today, example.municipalityId, () => example.random()).filter(
      ({ input: { metricKey } }) => metricKey === null || this.sources.find(metricKey) !== undefined,
    );
    for (const { thing, input } of told)
      await this.indicators.add(tx, exampleId(tx.allianceId, thing), input);
    const rows = told.flatMap((one) => rowsOf(one, tx));
    const parameters = [tx.allianceId, JSON.stringify(rows), reporter];
    await tx.query(insertObservations, parameters);
    await tx.query(insertRevisions, [...parameters, example.founder.personId, example.founder.name]);
    for (const { input, figures, thing } of told)
      for (const { period } of figures.slice(-2, -1))
        await tx.append(
          'measurements.observation-published',
          { kind: 'indicator', id: exampleId(tx.allianceId, thing) },
          { indicatorName: input.name, period },
        );
  }
}

/** What was handed in five days after the month and published three days later, unless it is the newest. */
function rowsOf({ thing, figures }: ExampleIndicator, tx: Transaction): object[] {
  return figures.map(({ period, figure, note }, index) => {
    const handedIn = copenhagenInstant(addDays(lastDayOfPeriod(period), 5), '10:15');
    const isNewest = index === figures.length - 1;
    return {
      ...figure,
      id: newId(),
      submittedId: newId(),
      publishedId: isNewest ? null : newId(),
      indicatorId: exampleId(tx.allianceId, thing),
      period,
      note,
      submittedAt: handedIn,
      publishedAt: isNewest ? null : copenhagenInstant(addDays(lastDayOfPeriod(period), 8), '14:30'),
    };
  });
}

const rows = `jsonb_to_recordset($2::jsonb) as o (id uuid, "submittedId" uuid, "publishedId" uuid, "indicatorId" uuid,
  period text, kind text, value double precision, numerator int, denominator int, note text,
  "submittedAt" timestamptz, "publishedAt" timestamptz)`;

const insertObservations = `
  insert into observation (id, alliance_id, indicator_id, period, state, kind, value, numerator, denominator, note,
    entered_by_name, changed_at, version, created_at)
  select o.id, $1, o."indicatorId", o.period, case when o."publishedAt" is null then 'submitted' else 'published' end,
    o.kind, o.value, o.numerator, o.denominator, o.note, $3, coalesce(o."publishedAt", o."submittedAt"),
    case when o."publishedAt" is null then 1 else 2 end, o."submittedAt"
  from ${rows}`;

const insertRevisions = `
  insert into observation_revision (id, alliance_id, observation_id, version, state, kind, value, numerator,
    denominator, note, changed_by_id, changed_by_name, changed_at)
  select o."submittedId", $1::uuid, o.id, 1, 'submitted', o.kind, o.value, o.numerator, o.denominator, o.note, null::uuid, $3::text,
    o."submittedAt"
  from ${rows}
  union all
  select o."publishedId", $1, o.id, 2, 'published', o.kind, o.value, o.numerator, o.denominator, o.note, $4::uuid, $5,
    o."publishedAt"
  from ${rows} where o."publishedAt" is not null`;

import { Module, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import {
  MeasurementsModule,
  type MetricMonth,
  type MetricSource,
  MetricSources,
  type MonthSpan,
} from '../src/index.js';

/** A real source over a real table: of all that was reported for a month, how much is published. */
export class ReportedValues implements MetricSource {
  readonly key = 'test.reported-values';
  readonly label = { da: 'Indberettet', en: 'Reported' };
  readonly definition = { da: 'Offentliggjort af indberettet', en: 'Published of reported' };
  readonly refreshedBy = ['measurements.observation-entered', 'measurements.observation-moved'] as const;
  /** When a test wants a clock to run out. */
  nextChange: Date | null = null;
  computed = 0;

  compute(tx: Transaction, { fromMonth, toMonth }: MonthSpan): Promise<readonly MetricMonth[]> {
    this.computed += 1;
    return tx.query<MetricMonth>(
      `select period as month, coalesce(sum(value) filter (where state = 'published'), 0)::int as numerator,
         sum(value)::int as denominator, count(*) filter (where state = 'draft')::int as unknown
       from observation where alliance_id = $1 and kind = 'value' and period between $2 and $3
       group by period order by period`,
      [tx.allianceId, fromMonth, toMonth],
    );
  }

  nextChangeByClock(): Promise<Date | null> {
    return Promise.resolve(this.nextChange);
  }
}

/** Registers the source as any module does. */
@Module({ imports: [MeasurementsModule], providers: [ReportedValues] })
export class ReportedValuesModule implements OnModuleInit {
  constructor(
    private readonly sources: MetricSources,
    private readonly source: ReportedValues,
  ) {}

  onModuleInit(): void {
    this.sources.register(this.source);
  }
}

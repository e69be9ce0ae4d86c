import { Module } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { HistoryWalls, Policies } from '#libs/platform';
import { ExportSeries } from './application/export-series.js';
import { FoldIndicator } from './application/fold-indicator.js';
import { IndicatorRepository } from './application/indicator.repository.js';
import { KeepIndicator } from './application/keep-indicator.js';
import { measurementLists, measurementsPolicy } from './application/measurements.policy.js';
import { measurementsWall } from './application/measurements.wall.js';
import { MetricSources } from './application/metric-sources.js';
import { ObservationRepository } from './application/observation.repository.js';
import { ReadFigures } from './application/read-figures.js';
import { ReportObservation } from './application/report-observation.js';
import { RollUpRepository } from './application/roll-up.repository.js';
import { SetDisclosureRule } from './application/set-disclosure-rule.js';
import { ShowIndicators } from './application/show-indicators.query.js';
import { IndicatorSqlRepository } from './data/indicator.sql-repository.js';
import { ObservationSqlRepository } from './data/observation.sql-repository.js';
import { RollUpSqlRepository } from './data/roll-up.sql-repository.js';
import { FoldListener } from './entry/fold.listener.js';
import { IndicatorsController } from './entry/indicators.controller.js';
import { ObservationsController } from './entry/observations.controller.js';
import { MeasurementsExample } from './application/measurements.example.js';

/** Shared measurement: indicators, what was observed, and figures derived from the daily work. */
@Module({
  imports: [AlliancesModule],
  controllers: [IndicatorsController, ObservationsController],
  providers: [
    MeasurementsExample,
    { provide: IndicatorRepository, useClass: IndicatorSqlRepository },
    { provide: ObservationRepository, useClass: ObservationSqlRepository },
    { provide: RollUpRepository, useClass: RollUpSqlRepository },
    MetricSources,
    FoldIndicator,
    ReadFigures,
    ShowIndicators,
    ExportSeries,
    KeepIndicator,
    ReportObservation,
    SetDisclosureRule,
    FoldListener,
  ],
  exports: [MetricSources, ShowIndicators, KeepIndicator, ReportObservation, SetDisclosureRule],
})
export class MeasurementsModule {
  constructor(policies: Policies, walls: HistoryWalls, examples: ExampleParts, example: MeasurementsExample) {
    policies.register(measurementsPolicy, measurementLists);
    walls.register(measurementsWall);
    examples.register(example);
  }
}

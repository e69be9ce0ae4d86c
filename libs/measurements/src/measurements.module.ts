import { Module } from '@nestjs/common';
import { MetricSources } from './application/metric-sources.js';

/** Shared measurement: indicators, what was observed, and figures derived from the daily work. */
@Module({
  providers: [MetricSources],
  exports: [MetricSources],
})
export class MeasurementsModule {}

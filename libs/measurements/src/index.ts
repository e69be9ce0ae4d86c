/** The public door of measurements: the port by which other modules say what they count. */
export { MetricSources } from './application/metric-sources.js';
export type { MetricMonth, MetricSource, MetricText, MonthSpan } from './application/metric-source.js';
export { MeasurementsModule } from './measurements.module.js';

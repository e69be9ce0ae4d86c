/** The public door of measurements: indicators, and the port by which other modules say what they count. */
export { KeepIndicator } from './application/keep-indicator.js';
export type { MetricMonth, MetricSource, MetricText, MonthSpan } from './application/metric-source.js';
export { MetricSources } from './application/metric-sources.js';
export { ReportObservation } from './application/report-observation.js';
export { SetDisclosureRule } from './application/set-disclosure-rule.js';
export { ShowIndicators } from './application/show-indicators.query.js';
export { type ProtectedBreakdown, protectBreakdown } from './domain/breakdown.js';
export { MeasurementsModule } from './measurements.module.js';

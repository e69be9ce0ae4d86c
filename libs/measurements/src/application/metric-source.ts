import type { EventType } from '#libs/api-schema';
import type { Month } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** The months asked for, both included. */
export interface MonthSpan {
  readonly fromMonth: Month;
  readonly toMonth: Month;
}

/** What a source counts in one month: people (or enquiries), never shares. */
export interface MetricMonth {
  readonly month: Month;
  /** Those for whom it is so. */
  readonly numerator: number;
  /** Those of whom it is known whether it is so; at least `numerator`. */
  readonly denominator: number;
  /** Those who should have been in the denominator, but of whom nothing current is known. */
  readonly unknown?: number;
}

/** The same short text in both languages of the product. */
export interface MetricText {
  readonly da: string;
  readonly en: string;
}

/**
 * Where a module tells measurements what it counts. Implemented by the module that owns the records and
 * registered with `MetricSources` in its `onModuleInit`; measurements never imports that module.
 */
export interface MetricSource {
  /** Stable, module first: `participants.positive-destination`. */
  readonly key: string;
  /** What the page that makes an indicator calls it. */
  readonly label: MetricText;
  /** Who is in the numerator, who in the denominator, who is unknown: shown beside every figure. */
  readonly definition: MetricText;
  /** Events after which any month's count may be another; the roll-up is folded anew when one has happened. */
  readonly refreshedBy: readonly EventType[];
  /**
   * Counts per month, as the system actor (so person tables are readable). Months without anybody may be left
   * out. What counts is what is recorded and the Danish calendar date of now.
   */
  compute(tx: Transaction, span: MonthSpan): Promise<readonly MetricMonth[]>;
  /**
   * The next instant after now at which a count changes although nothing happens, e.g. a response time that runs
   * out; null when there is none before the day ends. Without this method counts change at midnight only.
   */
  nextChangeByClock?(tx: Transaction): Promise<Date | null>;
}

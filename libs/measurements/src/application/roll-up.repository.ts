import type { EventType } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';
import type { MetricMonth } from './metric-source.js';

/** Folded counts of an indicator and whether they still stand. */
export interface RollUp {
  readonly indicatorId: string;
  /** Nothing has happened since, and no clock has run out: the same as counting anew. */
  readonly stands: boolean;
  readonly computedAt: Date | null;
  readonly months: readonly MetricMonth[];
}

/** An indicator and the events that may change its counts. */
export interface RollUpQuestion {
  readonly indicatorId: string;
  readonly refreshedBy: readonly EventType[];
}

/** Derived counts by month, kept so that reading them costs nothing. */
export abstract class RollUpRepository {
  /** Counts and whether they stand, of one moment: one statement. */
  abstract read(tx: Transaction, question: RollUpQuestion): Promise<RollUp>;
  /** Makes whoever folds the same indicator wait for one another. */
  abstract hold(tx: Transaction, indicatorId: string): Promise<void>;
  /** The last number of the alliance's event sequence. */
  abstract lastSeq(tx: Transaction): Promise<string>;
  /** Keeps freshly counted months as they stand up to an event. */
  abstract save(
    tx: Transaction,
    indicatorId: string,
    months: readonly MetricMonth[],
    until: { seq: string; validUntil: Date },
  ): Promise<void>;
  /** Forgets what was folded, e.g. because the indicator counts something else now. */
  abstract forget(tx: Transaction, indicatorId: string): Promise<void>;
}

import type { ObservationState, ObservedFigure } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';

/** A reported figure as it is kept. */
export interface StoredObservation {
  readonly id: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly state: ObservationState;
  readonly figure: ObservedFigure;
  readonly note: string;
  readonly sentBackReason: string;
  readonly enteredBy: string;
  /** Null for figures entered before it was noted, where it could not be told. */
  readonly enteredById: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

/** What an entry or a step makes of a figure. */
export type ObservationChange = Pick<
  StoredObservation,
  'state' | 'figure' | 'note' | 'sentBackReason' | 'enteredBy' | 'enteredById'
>;

/** Reported figures and every revision of them. */
export abstract class ObservationRepository {
  /** The figure of a period, held until the end of the unit of work. */
  abstract hold(tx: Transaction, indicatorId: string, period: string): Promise<StoredObservation | null>;
  /** A first figure. @returns false when somebody else was first */
  abstract add(
    tx: Transaction,
    indicatorId: string,
    period: string,
    change: ObservationChange,
    byId: string,
  ): Promise<boolean>;
  /** Keeps a change of a held figure, and what it was changed to as a revision. */
  abstract save(
    tx: Transaction,
    before: StoredObservation,
    change: ObservationChange,
    by: { id: string; name: string },
  ): Promise<void>;
  /** All of an indicator, newest period first. */
  abstract list(tx: Transaction, indicatorId: string): Promise<StoredObservation[]>;
  /** The published ones of these indicators, oldest period first. */
  abstract published(tx: Transaction, indicatorIds: readonly string[]): Promise<StoredObservation[]>;
}

import type { IndicatorInput } from '#libs/api-schema';
import type { AccessSql, Transaction } from '#libs/platform';

/** An indicator as it is kept, with the responsible organisation's name. */
export interface StoredIndicator extends IndicatorInput {
  readonly id: string;
  readonly responsibleOrganisationName: string | null;
  readonly version: number;
}

/** Indicators and the alliance's rule of small numbers. */
export abstract class IndicatorRepository {
  /** One, or null. */
  abstract find(tx: Transaction, id: string): Promise<StoredIndicator | null>;
  /** One, held until the end of the unit of work so that nobody else changes it. */
  abstract hold(tx: Transaction, id: string): Promise<StoredIndicator | null>;
  /** Those with these ids, in no order. */
  abstract findAll(tx: Transaction, ids: readonly string[], seen: AccessSql): Promise<StoredIndicator[]>;
  /** All derived from a source. */
  abstract derivedFrom(tx: Transaction, metricKey: string): Promise<StoredIndicator[]>;
  /** A new one. */
  abstract add(tx: Transaction, id: string, input: IndicatorInput): Promise<void>;
  /** Keeps all of a held one and counts its version up. */
  abstract save(tx: Transaction, id: string, input: IndicatorInput): Promise<void>;
  /** Whether figures were reported for it. */
  abstract hasObservations(tx: Transaction, id: string): Promise<boolean>;
  /** Whether the organisation is in the alliance. */
  abstract hasOrganisation(tx: Transaction, organisationId: string): Promise<boolean>;
  /** The smallest count shown; version 0 while the alliance has not set one of its own. */
  abstract disclosureRule(tx: Transaction): Promise<{ suppressBelow: number; version: number }>;
  /** Sets it when the version still fits. @returns whether it did */
  abstract saveDisclosureRule(tx: Transaction, suppressBelow: number, expected: number): Promise<boolean>;
}

import type { InitiativeInput, InitiativeStage, ReviewDecision } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** An initiative as it is kept. */
export interface StoredInitiative extends InitiativeInput {
  readonly id: string;
  readonly stage: InitiativeStage;
  readonly closedReason: string;
  readonly learned: string;
  readonly closedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** An initiative with the names behind its ids. */
export interface NamedInitiative extends StoredInitiative {
  readonly outcomeTitle: string | null;
  readonly responsibleOrganisationName: string | null;
}

/** A review that was held. */
export interface StoredReview {
  readonly id: string;
  readonly decision: ReviewDecision;
  readonly words: string;
  readonly nextReviewOn: PlainDate | null;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}

/** A move from stage to stage. */
export interface StoredMove {
  readonly from: InitiativeStage;
  readonly to: InitiativeStage;
  readonly reason: string;
  readonly movedBy: string;
  readonly movedAt: Date;
}

/** Who does something, as it is written down. */
export interface Doer {
  readonly id: string;
  readonly name: string;
}

/** Initiatives, their reviews and their moves. */
export abstract class InitiativeRepository {
  /** One with its names, or null. */
  abstract find(tx: Transaction, id: string): Promise<NamedInitiative | null>;
  /** One, held until the end of the unit of work so that nobody else changes it. */
  abstract hold(tx: Transaction, id: string): Promise<StoredInitiative | null>;
  /** A new idea. */
  abstract add(tx: Transaction, id: string, input: InitiativeInput): Promise<void>;
  /** Keeps changes of a held initiative and counts its version up. */
  abstract save(tx: Transaction, id: string, changes: Partial<StoredInitiative>): Promise<void>;
  /** Writes a move down. */
  abstract addMove(
    tx: Transaction,
    initiativeId: string,
    move: Pick<StoredMove, 'from' | 'to' | 'reason'>,
    by: Doer,
  ): Promise<void>;
  /** Writes a review down. */
  abstract addReview(
    tx: Transaction,
    initiativeId: string,
    review: Pick<StoredReview, 'decision' | 'words' | 'nextReviewOn'>,
    by: Doer,
  ): Promise<void>;
  /** Reviews, newest first. */
  abstract reviews(tx: Transaction, initiativeId: string): Promise<StoredReview[]>;
  /** Moves, newest first. */
  abstract moves(tx: Transaction, initiativeId: string): Promise<StoredMove[]>;
  /** Whether the outcome is on the alliance's agenda. */
  abstract hasOutcome(tx: Transaction, outcomeId: string): Promise<boolean>;
  /** Whether the organisation is in the alliance. */
  abstract hasOrganisation(tx: Transaction, organisationId: string): Promise<boolean>;
}

import type { Confidence, DestinationSource, Sex } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { ConsentBasis } from '../domain/consent.js';
import type { EndedSpell, Spell } from '../domain/destination-spell.js';

/** What is kept of a participant besides destinations and consents. */
export interface ParticipantFacts {
  readonly birthYear: number;
  readonly sex: Sex | null;
  readonly district: string | null;
  readonly school: string | null;
  readonly outlook: string;
  readonly insight: string;
  readonly skills: string;
}

/** A new participant. */
export interface NewParticipant extends ParticipantFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly pseudonym: string;
  /** Last day of the consent it is registered with. */
  readonly consentEndsOn: PlainDate;
}

/** A participant whose row is locked, with the destinations that count (not those taken back). */
export interface LockedParticipant {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly birthYear: number;
  readonly consent: ConsentBasis;
  readonly version: number;
  readonly spells: readonly Spell[];
}

/** A spell to be written. */
export interface NewSpell extends Spell {
  readonly organisationId: string;
  readonly participantId: string;
  readonly source: DestinationSource;
  readonly confidence: Confidence;
  readonly partnerOrganisationId: string | null;
  readonly confirmedOn: PlainDate;
  readonly confirmedByName: string | null;
}

/** A confirmation to be written. */
export interface NewConfirmation {
  readonly id: string;
  readonly organisationId: string;
  readonly spellId: string;
  readonly source: DestinationSource;
  readonly confidence: Confidence;
  readonly confirmedOn: PlainDate;
  readonly confirmedByName: string | null;
  readonly nextReviewOn: PlainDate | null;
}

/** Where participants and their destinations are kept. Row-level security limits every method to the actor's own. */
export abstract class ParticipantRepository {
  /** Locks participants until the end of the unit of work, in a fixed order; those not found are left out. */
  abstract lock(tx: Transaction, ids: readonly string[]): Promise<LockedParticipant[]>;
  /** The participant of a spell that has not been taken back. */
  abstract participantOfSpell(tx: Transaction, spellId: string): Promise<string | null>;
  /** Writes participants; answers the ids of those whose pseudonym was free. */
  abstract insert(tx: Transaction, participants: readonly NewParticipant[]): Promise<string[]>;
  /** Replaces the facts if the version still stands. */
  abstract update(tx: Transaction, id: string, version: number, facts: ParticipantFacts): Promise<boolean>;
  /** Writes spells. */
  abstract insertSpells(tx: Transaction, spells: readonly NewSpell[]): Promise<void>;
  /** Fills in the last day of open spells. */
  abstract endSpells(tx: Transaction, ended: readonly (EndedSpell & { nextReviewOn: null })[]): Promise<void>;
  /** Writes a confirmation and moves the spell's review date. */
  abstract confirm(tx: Transaction, confirmation: NewConfirmation): Promise<void>;
  /** Marks a spell as taken back. */
  abstract retract(tx: Transaction, spellId: string, reason: string): Promise<void>;
  /** Name of an organisation of the alliance, if it exists. */
  abstract organisationName(tx: Transaction, id: string): Promise<string | null>;
  /** Which of these organisations exist in the alliance. */
  abstract knownOrganisations(tx: Transaction, ids: readonly string[]): Promise<Set<string>>;
}

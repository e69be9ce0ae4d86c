import type {
  AgeBand,
  ContactChannel,
  CoordinatorKind,
  EnquiryChannel,
  EnquiryDetail,
  EnquiryStepKind,
  Locale,
} from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { Declined, Enquiry } from '../domain/enquiry.js';

/** A chain with what is stored beside its rules. */
export interface StoredEnquiry extends Enquiry {
  readonly id: string;
  readonly version: number;
  readonly channel: EnquiryChannel;
  readonly caseOrganisationId: string | null;
  readonly partnerName: string;
  readonly holderName: string;
  readonly giverName: string | null;
  /** The step that asked the present receiver; null unless it is handed on. */
  readonly openHandOnId: string | null;
  /** The step whose receiver accepted; null unless it ended that way. */
  readonly acceptedHandOnId: string | null;
  readonly declined: readonly Declined[];
  readonly personErasedAt: Date | null;
}

/** What the young person shared with whoever is to help. */
export interface NewSharedPerson {
  readonly firstName: string;
  readonly ageBand: AgeBand;
  readonly wish: string;
  readonly contactChannel: ContactChannel;
  readonly contactAddress: string | null;
  readonly locale: Locale;
  readonly participantId: string | null;
}

/** The same as it is stored. */
export interface StoredSharedPerson extends NewSharedPerson {
  readonly consentVersion: string;
  readonly consentedAt: Date;
}

/** One step of the timeline. */
export interface NewStep {
  readonly id: string;
  readonly kind: EnquiryStepKind;
  readonly byName: string;
  /** Whose own name that is: a person with an account; null for organisations, coordinators and young people. */
  readonly byId: string | null;
  readonly toOrganisationId?: string | undefined;
  readonly coordinatorKind?: CoordinatorKind | undefined;
  readonly coordinatorName?: string | undefined;
  readonly coordinatorEmail?: string | undefined;
  readonly place?: string | undefined;
  readonly startsOn?: PlainDate | undefined;
  readonly contactPerson?: string | undefined;
  readonly contactReach?: string | undefined;
  readonly note?: string | undefined;
  /** Default: now. */
  readonly happenedAt?: Date | undefined;
}

/** A new chain as it is written. */
export interface NewEnquiry {
  readonly id: string;
  readonly enquiry: Enquiry;
  readonly channel: EnquiryChannel;
  readonly caseOrganisationId: string | null;
  readonly person: NewSharedPerson;
  readonly consentVersion: string;
}

/** Where enquiries are kept. The person's row follows the holder by itself (a trigger). */
export abstract class EnquiryRepository {
  /** Writes chain and person; false when the id was written before. */
  abstract insert(tx: Transaction, given: NewEnquiry): Promise<boolean>;
  /** Adds a step to the timeline. */
  abstract addStep(tx: Transaction, enquiryId: string, step: NewStep): Promise<void>;
  /** One chain; with `lock`, nobody else changes it before the unit of work ends. */
  abstract find(tx: Transaction, id: string, lock: boolean): Promise<StoredEnquiry | null>;
  /** The chain that a step belongs to. */
  abstract enquiryOfStep(tx: Transaction, stepId: string): Promise<string | null>;
  /** Writes a chain back. */
  abstract save(tx: Transaction, id: string, enquiry: Enquiry): Promise<void>;
  /** What the young person shared, if row-level security lets the actor see it. Log the access in the same unit. */
  abstract person(tx: Transaction, enquiryId: string): Promise<StoredSharedPerson | null>;
  /** The enquiries that are tied to a participant. */
  abstract ofParticipant(tx: Transaction, participantId: string): Promise<string[]>;
  /** Every step of a chain, oldest first. */
  abstract steps(tx: Transaction, enquiryId: string): Promise<StoredStep[]>;
  /** Removes what the young person shared and empties free text in the chain; answers how many rows of each table. */
  abstract erasePerson(tx: Transaction, enquiryId: string): Promise<{ persons: number; steps: number }>;
  /** Chains that ended before an instant and of which the person's data is still there. */
  abstract endedBefore(tx: Transaction, before: Date): Promise<string[]>;
}

/** A step as everybody who follows the chain may see it. */
export type StoredStep = EnquiryDetail['steps'][number];

import type {
  ChosenCommitment,
  ContractMessageKind,
  ContractStatus,
  Locale,
  SignatureSide,
  SignatureStrokes,
} from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** Somebody a mail about a contract goes to. */
export interface ContractRecipient {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** A contract as it is kept, with the partner's name. */
export interface StoredContract {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly templateId: string;
  readonly templateNumber: number;
  readonly status: ContractStatus;
  readonly canonicalText: string;
  readonly textHash: string;
  readonly responseDays: number;
  readonly termMonths: number;
  readonly recipient: ContractRecipient;
  readonly sender: { readonly id: string | null; readonly name: string; readonly email: string };
  readonly answerBy: PlainDate;
  readonly message: string | null;
  readonly sentAt: Date | null;
  readonly signedAt: Date | null;
  readonly activatedAt: Date | null;
  readonly closedAt: Date | null;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly commitments: readonly ChosenCommitment[];
  /** File with the partner's signature only: the receipt. */
  readonly partnerDocumentId: string | null;
  /** File with both signatures. */
  readonly documentId: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** What the partner has filled in and not yet confirmed. */
export interface StoredSigning {
  readonly linkId: string;
  readonly name: string;
  readonly strokes: SignatureStrokes | null;
  readonly commitments: readonly ChosenCommitment[];
  readonly textHash: string;
  readonly locale: Locale;
}

/** A signature as it is kept. */
export interface StoredSignature {
  readonly side: SignatureSide;
  readonly name: string;
  readonly email: string;
  readonly strokes: SignatureStrokes | null;
  readonly commitments: readonly ChosenCommitment[];
  readonly textHash: string;
  readonly locale: Locale;
  readonly identifiedBy: 'link-and-code' | 'signed-in';
  readonly personId: string | null;
  readonly linkId: string | null;
  readonly signedAt: Date;
}

/** A step in a contract's life, for its timeline and its evidence page. */
export type ContractStepKind =
  | 'drafted'
  | 'sent'
  | 'resent'
  | 'passed-on'
  | 'revised'
  | 'signed'
  | 'counter-signed'
  | 'sealed'
  | 'withdrawn'
  | 'voided'
  | 'ended'
  | 'expired';

/** A step with who took it and what was noted. */
export interface StoredStep {
  readonly step: ContractStepKind;
  readonly byName: string | null;
  readonly note: string | null;
  readonly happenedAt: Date;
}

/** Where contracts and what belongs to them are kept. All in the alliance of the unit of work. */
export abstract class ContractRepository {
  /** Keeps a new contract. @returns false when the partner already has one under way */
  abstract insert(tx: Transaction, contract: StoredContract): Promise<boolean>;
  /** One contract; with `lock` no one else can change it until this unit of work ends. */
  abstract find(tx: Transaction, id: string, lock?: 'lock'): Promise<StoredContract | undefined>;
  /** Keeps a changed contract and counts its version up. */
  abstract save(tx: Transaction, contract: StoredContract): Promise<void>;
  /** What the partner has filled in, if anything. */
  abstract findSigning(tx: Transaction, contractId: string): Promise<StoredSigning | undefined>;
  /** Keeps what the partner has filled in, over what was there. */
  abstract keepSigning(tx: Transaction, contractId: string, signing: StoredSigning): Promise<void>;
  /** Forgets what was filled in: it is signed, or it was for another text. */
  abstract dropSigning(tx: Transaction, contractId: string): Promise<void>;
  /** Keeps a signature; each side signs once. */
  abstract addSignature(tx: Transaction, contractId: string, signature: StoredSignature): Promise<void>;
  /** The signatures that hold, the partner's first. */
  abstract listSignatures(tx: Transaction, contractId: string): Promise<StoredSignature[]>;
  /** The signatures no longer hold: the text is another, or the contract is void. They stay on record. */
  abstract voidSignatures(tx: Transaction, contractId: string): Promise<void>;
  /** Notes that a mail is about the contract. */
  abstract addMessage(
    tx: Transaction,
    contractId: string,
    kind: ContractMessageKind,
    deliveryId: string,
  ): Promise<void>;
  /** Notes a step; who took it is the actor of the unit of work. */
  abstract addStep(tx: Transaction, contractId: string, step: ContractStepKind, note?: string): Promise<void>;
  /** All steps, oldest first. */
  abstract listSteps(tx: Transaction, contractId: string): Promise<StoredStep[]>;
}

import type { ConsentGiver, ConsentTexts, ConsentWithdrawer, ParticipantConsent } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** The words of a consent: a version of them stands for good. */
export interface ConsentText {
  readonly purpose: string;
  readonly textVersion: string;
  /** Null: used before texts were kept. */
  readonly text: string | null;
}

/** A consent text as it is stored. */
export interface StoredConsentText extends ConsentText {
  readonly id: string;
}

/** A consent to be written. */
export interface NewConsent {
  readonly id: string;
  readonly organisationId: string;
  readonly participantId: string;
  readonly textId: string;
  readonly givenBy: ConsentGiver;
  readonly givenOn: PlainDate;
  readonly expiresOn: PlainDate;
}

/** A consent as history shows it, without its standing. */
export type StoredConsent = Omit<ParticipantConsent, 'standing'>;

/** Where consents are kept. Row-level security limits every method to the actor's own organisation. */
export abstract class ConsentRepository {
  /** The stored versions among those asked for. */
  abstract texts(
    tx: Transaction,
    organisationId: string,
    asked: readonly Pick<ConsentText, 'purpose' | 'textVersion'>[],
  ): Promise<StoredConsentText[]>;
  /** Writes texts; a version that is there already is left as it is. */
  abstract insertTexts(
    tx: Transaction,
    organisationId: string,
    texts: readonly StoredConsentText[],
  ): Promise<void>;
  /** The latest version of each purpose's text, newest first. */
  abstract latestTexts(tx: Transaction): Promise<ConsentTexts['items']>;
  /** Writes consents; the participants' own standing follows by a trigger. */
  abstract insert(tx: Transaction, consents: readonly NewConsent[]): Promise<void>;
  /** All consents of a participant, newest first. */
  abstract history(tx: Transaction, participantId: string): Promise<StoredConsent[]>;
  /** Marks a consent as withdrawn now; false when it had been. */
  abstract withdraw(
    tx: Transaction,
    id: string,
    withdrawal: { readonly by: ConsentWithdrawer; readonly reason: string },
  ): Promise<boolean>;
}

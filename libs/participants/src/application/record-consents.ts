import { Injectable } from '@nestjs/common';
import type { ErrorCode, GiveConsent } from '#libs/api-schema';
import { copenhagenDate, DomainError, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { checkGiven } from '../domain/consent.js';
import { ConsentRepository, type StoredConsentText } from './consent.repository.js';

/** A consent of one participant. */
export interface ConsentOf extends GiveConsent {
  readonly participantId: string;
}

/** Writes consents with the words that were shown; a part of registering and of renewing. */
@Injectable()
export class RecordConsents {
  constructor(private readonly consents: ConsentRepository) {}

  /**
   * Whether these consents can be recorded at all; writes nothing.
   * @throws DomainError participants/consent-ends-before-start, consent-not-yet-given, consent-already-over
   */
  check(tx: Transaction, given: readonly GiveConsent[], within: string): void {
    const today = copenhagenDate(tx.now());
    for (const consent of given) checkGiven(consent, today, within);
  }

  /**
   * Writes them.
   * @returns their ids, in the order given
   * @throws DomainError participants/consent-text-needed, consent-text-differs
   */
  async write(
    tx: Transaction,
    organisationId: string,
    given: readonly ConsentOf[],
    within: string,
  ): Promise<string[]> {
    const texts = await this.texts(tx, organisationId, given, within);
    const rows = given.map((consent) => ({
      id: newId(),
      organisationId,
      participantId: consent.participantId,
      textId: texts.get(keyOf(consent))?.id ?? '',
      givenBy: consent.givenBy ?? 'young-person',
      givenOn: consent.givenOn,
      expiresOn: consent.expiresOn,
    }));
    await this.consents.insert(tx, rows);
    return rows.map(({ id }) => id);
  }

  private async texts(
    tx: Transaction,
    organisationId: string,
    given: readonly GiveConsent[],
    within: string,
  ): Promise<Map<string, StoredConsentText>> {
    const asked = [...new Map(given.map((one) => [keyOf(one), one])).values()];
    const find = async () =>
      new Map((await this.consents.texts(tx, organisationId, asked)).map((text) => [keyOf(text), text]));
    const known = await find();
    const fresh = asked.filter((one) => !known.has(keyOf(one)));
    for (const { text, textVersion } of fresh)
      if (text === undefined) throw refusal('participants/consent-text-needed', textVersion, `${within}text`);
    await this.consents.insertTexts(
      tx,
      organisationId,
      fresh.map(({ purpose, textVersion, text }) => ({
        id: newId(),
        purpose,
        textVersion,
        text: written(text),
      })),
    );
    // Read again: somebody else may have written the same version first, with other words.
    const all = fresh.length === 0 ? known : await find();
    for (const one of given)
      if (one.text !== undefined && written(one.text) !== all.get(keyOf(one))?.text)
        throw refusal('participants/consent-text-differs', one.textVersion, `${within}textVersion`);
    return all;
  }
}

/** Browsers send line ends in two characters; the words are the same. */
function written(text: string | undefined): string | null {
  return text?.replaceAll('\r\n', '\n') ?? null;
}

function keyOf({ purpose, textVersion }: { purpose: string; textVersion: string }): string {
  return JSON.stringify([purpose, textVersion]);
}

function refusal(code: ErrorCode, version: string, field: string): DomainError {
  return new DomainError<ErrorCode>(code, { version }, field);
}

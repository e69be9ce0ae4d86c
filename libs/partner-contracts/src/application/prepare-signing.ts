import { Injectable } from '@nestjs/common';
import type { ChosenCommitment, Locale, SignatureStrokes } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { type LinkActor, Links, Mailer, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { checkChoice } from '../domain/commitment-choice.js';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { readFrozenText } from '../domain/contract-text.js';
import { checkTextShown, makeMark } from '../domain/signature.js';
import { codeMail } from './contract-mails.js';
import { ContractRepository, type StoredContract } from './contract.repository.js';

/** What the partner filled in on the page. */
export interface SigningForm {
  readonly name: string;
  readonly strokes: SignatureStrokes | null;
  readonly commitments: readonly ChosenCommitment[];
  /** Hash of the text the page showed. */
  readonly textHash: string;
  readonly locale: Locale;
}

/**
 * Keeps what the partner filled in and mails the code that confirms it. Kept on the server, so that a phone that
 * forgets the page while the mail is read loses nothing. Nothing is signed yet.
 */
@Injectable()
export class PrepareSigning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly links: Links,
    private readonly mailer: Mailer,
  ) {}

  /**
   * @throws DomainError `already-signed`, `withdrawn`, `text-changed`, `name-missing`, `count-missing`,
   * `unknown-commitment`, `platform/too-many-requests`
   */
  async run(actor: LinkActor, form: SigningForm): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.toSign(tx, actor);
      const { text } = readFrozenText(contract.canonicalText);
      checkTextShown(form.textHash, contract.textHash);
      const commitments = checkChoice(text, form.commitments, form.locale);
      const { name, strokes } = makeMark(form.name, form.strokes);
      await this.contracts.keepSigning(tx, contract.id, {
        linkId: actor.linkId,
        name,
        strokes,
        commitments,
        textHash: form.textHash,
        locale: form.locale,
      });
      await this.mailCode(tx, actor, contract, form.locale);
    });
  }

  /** Mails another code for what is already filled in. @throws DomainError `platform/too-many-requests` */
  async sendCodeAgain(actor: LinkActor, locale: Locale): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      await this.mailCode(tx, actor, await this.toSign(tx, actor), locale);
    });
  }

  private async toSign(tx: Transaction, actor: LinkActor): Promise<StoredContract> {
    const contract = await this.contracts.find(tx, actor.subjectId, 'lock');
    if (contract === undefined) throw notFound();
    nextStatus(contract.status, 'sign');
    return contract;
  }

  private async mailCode(
    tx: Transaction,
    actor: LinkActor,
    contract: StoredContract,
    locale: Locale,
  ): Promise<void> {
    const { text } = readFrozenText(contract.canonicalText);
    await this.mailer.queue(tx, {
      template: codeMail,
      params: { code: await this.links.newCode(tx, actor.linkId), title: text.title },
      to: { name: actor.name, email: actor.email, locale },
      key: `contract-code:${newId()}`,
      about: { kind: 'contract', id: contract.id },
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { ContractTemplateText, ErrorCode, Locale } from '#libs/api-schema';
import { DomainError, type PlainDate } from '#libs/kernel';
import { Access, type LinkActor, notFound, type PersonActor, UnitOfWork } from '#libs/platform';
import { mayStep, refusalToSign } from '../domain/contract-lifecycle.js';
import { freezeText, readFrozenText } from '../domain/contract-text.js';
import { parseTextBlocks, type TextBlock } from '../domain/text-blocks.js';
import { ContractTemplateRepository } from './contract-template.repository.js';
import { ContractRepository, type StoredContract, type StoredSigning } from './contract.repository.js';
import { PartyDirectory } from './party-directory.js';

/** All that the signing pages show. */
export interface SigningView {
  readonly alliance: string;
  readonly partner: string;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly answerBy: PlainDate | null;
  readonly message: string | null;
  readonly text: ContractTemplateText;
  readonly blocks: Readonly<Record<Locale, readonly TextBlock[]>>;
  readonly textHash: string;
  /** What was filled in over this link for this text; null when nothing was. */
  readonly signing: StoredSigning | null;
}

/** What the signing pages show of a contract, to the holder of a link or, before sending, to the secretariat. */
@Injectable()
export class ShowSigning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly contracts: ContractRepository,
    private readonly templates: ContractTemplateRepository,
    private readonly parties: PartyDirectory,
  ) {}

  /** @throws DomainError `already-signed`, `withdrawn`, when there is nothing to sign any more */
  run(actor: LinkActor): Promise<SigningView> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const contract = await this.contracts.find(tx, actor.subjectId);
      if (contract === undefined) throw notFound();
      if (!mayStep(contract.status, 'sign')) throw new DomainError<ErrorCode>(refusalToSign(contract.status));
      const signing = await this.contracts.findSigning(tx, contract.id);
      const isOwn = signing?.linkId === actor.linkId && signing.textHash === contract.textHash;
      return viewOf(contract, isOwn ? signing : null);
    });
  }

  /** The same pages for a template that nobody has been sent yet, with an invented partner. */
  preview(actor: PersonActor, templateId: string, partner: string): Promise<SigningView> {
    this.access.authorize(actor, 'read', 'ContractTemplate');
    return this.unitOfWork.readAs(actor, async (tx) => {
      const template = await this.templates.find(tx, templateId);
      const text = template && (await this.templates.findText(tx, template.id, template.number));
      if (text === undefined) throw notFound();
      const alliance = await this.parties.allianceName(tx);
      const frozen = freezeText(text, { alliance, partner, cvr: null });
      return {
        alliance,
        partner,
        senderName: actor.name,
        senderEmail: actor.email,
        answerBy: null,
        message: null,
        text: frozen.text,
        blocks: blocksOf(frozen.text),
        textHash: frozen.hash,
        signing: null,
      };
    });
  }
}

function viewOf(contract: StoredContract, signing: StoredSigning | null): SigningView {
  const { text, parties } = readFrozenText(contract.canonicalText);
  return {
    alliance: parties.alliance,
    partner: parties.partner,
    senderName: contract.sender.name,
    senderEmail: contract.sender.email,
    answerBy: contract.answerBy,
    message: contract.message,
    text,
    blocks: blocksOf(text),
    textHash: contract.textHash,
    signing,
  };
}

function blocksOf(text: ContractTemplateText): Record<Locale, TextBlock[]> {
  return { da: parseTextBlocks(text.body.da), en: parseTextBlocks(text.body.en) };
}

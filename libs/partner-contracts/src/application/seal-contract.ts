import { Injectable } from '@nestjs/common';
import {
  Files,
  Mailer,
  renderDocument,
  Sealer,
  systemActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { readFrozenText } from '../domain/contract-text.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { composeContractDocument, type ContractDocument } from './contract-document.js';
import { activeMail, receiptMail } from './contract-mails.js';
import {
  ContractRepository,
  type ContractRecipient,
  type StoredContract,
  type StoredSignature,
} from './contract.repository.js';
import { documentStepOf } from './document-steps.js';
import { PartyDirectory } from './party-directory.js';
import type { DocumentStage } from './sealing-queue.js';

/**
 * Sets, seals, keeps and mails the document of a contract: with the partner's signature as a receipt, with both as
 * the final one. The document is made outside of any transaction; run twice, it is kept and mailed once.
 */
@Injectable()
export class SealContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly parties: PartyDirectory,
    private readonly sealer: Sealer,
    private readonly files: Files,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing when the document is there already or the signature no longer holds. */
  async run(allianceId: string, id: string, stage: DocumentStage): Promise<void> {
    const actor = systemActor(allianceId, 'seal contract');
    const now = this.sealer.now();
    const document = await this.unitOfWork.readAs(actor, (tx) => this.read(tx, id, stage, now));
    if (document === null) return;
    const bytes = await this.sealer.seal(await renderDocument(composeContractDocument(document)), {
      reason: document.text.title[document.locale],
      name: document.parties.alliance,
      sealedAt: now,
    });
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.contracts.find(tx, id, 'lock');
      if (contract === undefined || isMade(contract, stage) || contract.textHash !== document.textHash)
        return;
      // Taken back while the document was being made: what it shows no longer holds.
      if ((await this.signaturesFor(tx, id, stage)) === null) return;
      await this.keep(tx, contract, stage, bytes);
    });
  }

  private async read(
    tx: Transaction,
    id: string,
    stage: DocumentStage,
    createdAt: Date,
  ): Promise<ContractDocument | null> {
    const contract = await this.contracts.find(tx, id);
    if (contract === undefined || isMade(contract, stage)) return null;
    const signatures = await this.signaturesFor(tx, id, stage);
    if (signatures === null) return null;
    const { text, parties } = readFrozenText(contract.canonicalText);
    const steps = await this.contracts.listSteps(tx, id);
    const { startsOn, endsOn } = contract;
    return {
      contractId: id,
      locale: signatures[0]?.locale ?? contract.recipient.locale,
      text,
      parties,
      chosen: contract.commitments,
      term: stage === 'final' && startsOn !== null && endsOn !== null ? { startsOn, endsOn } : null,
      signatures: signatures.map((each) => ({
        ...each,
        onBehalfOf: each.side === 'partner' ? parties.partner : parties.alliance,
      })),
      textHash: contract.textHash,
      templateNumber: contract.templateNumber,
      steps: steps.flatMap((each) => documentStepOf(each, stage)),
      seal: await this.sealer.describe(),
      createdAt,
    };
  }

  /** The signatures that a document of this stage shows; null when one of them does not hold (any more). */
  private async signaturesFor(
    tx: Transaction,
    id: string,
    stage: DocumentStage,
  ): Promise<StoredSignature[] | null> {
    const holding = (await this.contracts.listSignatures(tx, id)).filter(
      (each) => stage === 'final' || each.side === 'partner',
    );
    return holding.length < (stage === 'final' ? 2 : 1) ? null : holding;
  }

  private async keep(
    tx: Transaction,
    contract: StoredContract,
    stage: DocumentStage,
    bytes: Uint8Array,
  ): Promise<void> {
    const file = await this.files.put(tx, {
      name: fileName(contract, stage),
      mediaType: 'application/pdf',
      bytes,
    });
    const kept = stage === 'final' ? { documentId: file.id } : { partnerDocumentId: file.id };
    await this.contracts.save(tx, { ...contract, ...kept });
    await this.contracts.addStep(tx, contract.id, 'sealed');
    await tx.append('partner-contracts.document-sealed', subjectOf(contract), {
      ...partnerOf(contract),
      documentHash: file.sha256,
    });
    const signatures = await this.contracts.listSignatures(tx, contract.id);
    const partner = signatures.find((each) => each.side === 'partner');
    if (partner === undefined) return;
    await this.mail(tx, contract, stage, file.id, partner, {
      to: { name: partner.name, email: partner.email, locale: partner.locale },
      side: 'partner',
    });
    const { sender } = contract;
    await this.mail(tx, contract, stage, file.id, partner, {
      to: { name: sender.name, email: sender.email, locale: await this.parties.localeOf(tx, sender.email) },
      side: 'secretariat',
    });
  }

  private async mail(
    tx: Transaction,
    contract: StoredContract,
    stage: DocumentStage,
    fileId: string,
    partner: StoredSignature,
    { to, side }: { to: ContractRecipient; side: 'partner' | 'secretariat' },
  ): Promise<void> {
    const { text, parties } = readFrozenText(contract.canonicalText);
    const deliveryId = await this.mailer.queue(tx, {
      template: stage === 'final' ? activeMail : receiptMail,
      params: {
        title: text.title,
        alliance: parties.alliance,
        partner: parties.partner,
        recipientName: to.name,
        signerName: partner.name,
        side,
        url: side === 'secretariat' ? await this.parties.contractPage(tx, contract.id) : null,
        endsOn: contract.endsOn,
      },
      to,
      key: `contract-document:${fileId}:${side}`,
      about: { kind: 'contract', id: contract.id },
      attachments: [{ fileId }],
      senderName: `${contract.sender.name}, ${parties.alliance}`,
      replyTo: { name: contract.sender.name, email: contract.sender.email },
    });
    await this.contracts.addMessage(tx, contract.id, stage === 'final' ? 'active' : 'receipt', deliveryId);
  }
}

function isMade(contract: StoredContract, stage: DocumentStage): boolean {
  return (stage === 'final' ? contract.documentId : contract.partnerDocumentId) !== null;
}

function fileName(contract: StoredContract, stage: DocumentStage): string {
  const partner = contract.organisationName.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim();
  return `${stage === 'final' ? 'Partnerskabsaftale' : 'Kvittering'} ${partner}.pdf`.slice(0, 200);
}

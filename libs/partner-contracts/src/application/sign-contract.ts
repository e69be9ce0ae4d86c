import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type LinkActor, Links, notFound, UnitOfWork } from '#libs/platform';
import { checkChoice } from '../domain/commitment-choice.js';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { readFrozenText } from '../domain/contract-text.js';
import { checkTextShown } from '../domain/signature.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractRepository } from './contract.repository.js';
import { enqueueSealing } from './sealing-queue.js';

/**
 * A partner signs: the code fits, the text is the one that was shown, and nobody was faster. The link is spent in
 * the same unit of work, and the sealing is left as a job in it, so that a crash right after loses nothing.
 */
@Injectable()
export class SignContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly delivery: ContractDelivery,
    private readonly links: Links,
  ) {}

  /**
   * @throws DomainError `platform/code-wrong`, `already-signed`, `withdrawn`, `text-changed`, `nothing-filled-in`
   */
  async run(actor: LinkActor, input: { code: string; textHash: string }): Promise<void> {
    await this.links.checkCode(actor, input.code);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.contracts.find(tx, actor.subjectId, 'lock');
      if (contract === undefined) throw notFound();
      const status = nextStatus(contract.status, 'sign');
      const signing = await this.contracts.findSigning(tx, contract.id);
      if (signing?.linkId !== actor.linkId) {
        throw new DomainError<ErrorCode>('partner-contracts/nothing-filled-in');
      }
      checkTextShown(signing.textHash, contract.textHash);
      checkTextShown(input.textHash, contract.textHash);
      const { text } = readFrozenText(contract.canonicalText);
      const commitments = checkChoice(text, signing.commitments, signing.locale);
      await this.contracts.addSignature(tx, contract.id, {
        side: 'partner',
        name: signing.name,
        email: actor.email,
        strokes: signing.strokes,
        commitments,
        textHash: contract.textHash,
        locale: signing.locale,
        identifiedBy: 'link-and-code',
        personId: null,
        linkId: actor.linkId,
        signedAt: tx.now(),
      });
      await this.contracts.save(tx, { ...contract, status, commitments, signedAt: tx.now() });
      await this.links.spend(tx, actor.linkId);
      await this.delivery.revokeLinks(tx, contract.id);
      await this.contracts.dropSigning(tx, contract.id);
      await this.contracts.addStep(tx, contract.id, 'signed');
      await tx.append('partner-contracts.contract-signed', subjectOf(contract), {
        ...partnerOf(contract),
        commitments: commitments.length,
      });
      await enqueueSealing(tx, contract.id, 'partner', tx.now());
    });
  }
}

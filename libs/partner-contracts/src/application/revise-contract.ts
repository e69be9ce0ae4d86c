import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound, type PersonActor, UnitOfWork } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { freezeText, readFrozenText } from '../domain/contract-text.js';
import { ContractAccess, partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractTemplateRepository } from './contract-template.repository.js';
import { ContractRepository } from './contract.repository.js';

/**
 * Gives a contract that is not yet in force the newest text of its template and sends it anew. Every link and
 * signature that was for the earlier text ends (security.md 19).
 */
@Injectable()
export class ReviseContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ContractAccess,
    private readonly contracts: ContractRepository,
    private readonly templates: ContractTemplateRepository,
    private readonly delivery: ContractDelivery,
  ) {}

  /** @throws DomainError `platform/not-found`, `not-awaiting-signature`, `text-is-newest` */
  async run(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.access.lock(tx, actor, 'update', id);
      const status = nextStatus(contract.status, 'revise');
      const template = await this.templates.find(tx, contract.templateId);
      const text = template && (await this.templates.findText(tx, template.id, template.number));
      if (template === undefined || text === undefined) throw notFound();
      const frozen = freezeText(text, readFrozenText(contract.canonicalText).parties);
      if (frozen.hash === contract.textHash) {
        throw new DomainError<ErrorCode>('partner-contracts/text-is-newest');
      }
      const revised = {
        ...contract,
        status,
        templateNumber: template.number,
        canonicalText: frozen.canonical,
        textHash: frozen.hash,
        responseDays: text.responseDays,
        termMonths: text.termMonths,
        sender: { id: actor.personId, name: actor.name, email: actor.email },
        signedAt: null,
        partnerDocumentId: null,
        commitments: [],
      };
      await this.delivery.revokeLinks(tx, id);
      await this.contracts.voidSignatures(tx, id);
      await this.contracts.dropSigning(tx, id);
      await this.contracts.save(tx, revised);
      await this.delivery.invite(tx, revised, revised.recipient, { kind: 'revised' });
      await this.contracts.addStep(tx, id, 'revised');
      await tx.append('partner-contracts.contract-revised', subjectOf(revised), partnerOf(revised));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type LinkActor, notFound, UnitOfWork } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractRepository, type ContractRecipient } from './contract.repository.js';

/** "I am not the right person": the right one gets a link, and all earlier ones end. */
@Injectable()
export class PassOnContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly delivery: ContractDelivery,
  ) {}

  /** @throws DomainError `already-signed`, `withdrawn`, `delivery/bad-address` */
  async run(actor: LinkActor, to: ContractRecipient): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.contracts.find(tx, actor.subjectId, 'lock');
      if (contract === undefined) throw notFound();
      nextStatus(contract.status, 'sign');
      await this.delivery.revokeLinks(tx, contract.id);
      await this.contracts.dropSigning(tx, contract.id);
      const changed = { ...contract, recipient: to };
      await this.contracts.save(tx, changed);
      await this.delivery.invite(tx, changed, to, { kind: 'passed-on', passedOnBy: actor.name });
      await this.contracts.addStep(tx, contract.id, 'passed-on');
      await tx.append('partner-contracts.contract-passed-on', subjectOf(changed), partnerOf(changed));
    });
  }
}

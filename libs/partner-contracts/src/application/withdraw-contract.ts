import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#libs/platform';
import { nextStatus, stepToTakeBack } from '../domain/contract-lifecycle.js';
import { ContractAccess, partnerOf, subjectOf } from './contract-access.js';
import { ContractRepository } from './contract.repository.js';

/**
 * Takes a contract back before both have signed. Its links are left open on purpose: whoever follows one reads
 * that the contract was withdrawn, which a dead link would not say.
 */
@Injectable()
export class WithdrawContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ContractAccess,
    private readonly contracts: ContractRepository,
  ) {}

  /** @throws DomainError `platform/not-found`, `not-withdrawable` */
  async run(actor: PersonActor, id: string, reason: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.access.lock(tx, actor, 'update', id);
      const step = stepToTakeBack(contract.status);
      const status = nextStatus(contract.status, step);
      await this.contracts.voidSignatures(tx, id);
      await this.contracts.dropSigning(tx, id);
      await this.contracts.save(tx, { ...contract, status, closedAt: tx.now() });
      await this.contracts.addStep(tx, id, step === 'annul' ? 'voided' : 'withdrawn', reason);
      await tx.append('partner-contracts.contract-withdrawn', subjectOf(contract), partnerOf(contract));
    });
  }
}

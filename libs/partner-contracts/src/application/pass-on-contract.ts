import { Injectable } from '@nestjs/common';
import { notFound, type Transaction } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractRepository, type ContractRecipient } from './contract.repository.js';

/** "I am not the right person": the right one gets a link, and all earlier ones end. */
@Injectable()
export class PassOnContract {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly delivery: ContractDelivery,
  ) {}

  /**
   * @param passedOnBy name of whoever held the link, or of whoever keeps the contract
   * @throws DomainError `already-signed`, `withdrawn`, `delivery/bad-address`
   */
  async run(tx: Transaction, contractId: string, to: ContractRecipient, passedOnBy: string): Promise<void> {
    const contract = await this.contracts.find(tx, contractId, 'lock');
    if (contract === undefined) throw notFound();
    nextStatus(contract.status, 'sign');
    await this.delivery.revokeLinks(tx, contract.id);
    await this.contracts.dropSigning(tx, contract.id);
    const changed = { ...contract, recipient: to };
    await this.contracts.save(tx, changed);
    await this.delivery.invite(tx, changed, to, { kind: 'passed-on', passedOnBy });
    await this.contracts.addStep(tx, contract.id, 'passed-on');
    await tx.append('partner-contracts.contract-passed-on', subjectOf(changed), partnerOf(changed));
  }
}

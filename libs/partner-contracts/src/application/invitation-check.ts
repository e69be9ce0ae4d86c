import { Injectable } from '@nestjs/common';
import type { CheckedDelivery, DeliveryCheck, Transaction, Verdict } from '#libs/platform';
import { mayStep } from '../domain/contract-lifecycle.js';
import { ContractRepository } from './contract.repository.js';

/** Asked right before an invitation leaves: one that was withdrawn, signed or readdressed meanwhile is not sent. */
@Injectable()
export class InvitationCheck implements DeliveryCheck {
  constructor(private readonly contracts: ContractRepository) {}

  async compose(tx: Transaction, delivery: CheckedDelivery): Promise<Verdict> {
    const contract = await this.contracts.find(tx, delivery.about.id);
    if (contract === undefined || !mayStep(contract.status, 'sign')) return 'unwanted';
    return contract.recipient.email === delivery.to.email ? 'as-queued' : 'unwanted';
  }
}

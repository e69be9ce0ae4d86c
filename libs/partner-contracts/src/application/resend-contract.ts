import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { ContractAccess, partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractRepository, type ContractRecipient } from './contract.repository.js';

/**
 * Sends an unsigned contract again. To the same person the earlier link keeps working, so that a late mail does no
 * harm; to another person all earlier links end.
 */
@Injectable()
export class ResendContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ContractAccess,
    private readonly contracts: ContractRepository,
    private readonly delivery: ContractDelivery,
  ) {}

  /** @throws DomainError `platform/not-found`, `not-awaiting-signature` */
  async run(actor: PersonActor, id: string, to?: ContractRecipient): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.access.lock(tx, actor, 'update', id);
      const recipient = to ?? contract.recipient;
      const status = nextStatus(contract.status, 'resend');
      if (recipient.email !== contract.recipient.email) {
        await this.delivery.revokeLinks(tx, id);
        await this.contracts.dropSigning(tx, id);
      }
      const changed = {
        ...contract,
        status,
        recipient,
        sender: { id: actor.personId, name: actor.name, email: actor.email },
      };
      await this.contracts.save(tx, changed);
      await this.delivery.invite(tx, changed, recipient, { kind: 'resent' });
      await this.contracts.addStep(tx, id, 'resent');
      await tx.append('partner-contracts.contract-resent', subjectOf(changed), partnerOf(changed));
    });
  }
}

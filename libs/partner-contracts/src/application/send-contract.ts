import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError } from '#libs/kernel';
import { type PersonActor, UnitOfWork } from '#libs/platform';
import { ContractAccess } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';

/** Sends a draft to its partner. */
@Injectable()
export class SendContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractAccess,
    private readonly delivery: ContractDelivery,
  ) {}

  /** @throws DomainError `platform/not-found`, `not-a-draft`, `date-passed` */
  async run(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.contracts.lock(tx, actor, 'update', id);
      if (contract.answerBy <= copenhagenDate(tx.now())) {
        throw new DomainError<ErrorCode>('partner-contracts/date-passed', {}, 'answerBy');
      }
      await this.delivery.send(tx, contract);
    });
  }
}

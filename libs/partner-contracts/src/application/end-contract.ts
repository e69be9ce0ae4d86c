import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError, type PlainDate } from '#libs/kernel';
import { type PersonActor, UnitOfWork } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { ContractAccess, partnerOf, subjectOf } from './contract-access.js';
import { ContractRepository } from './contract.repository.js';
import { enqueueExpiry } from './sealing-queue.js';

/**
 * Ends a running contract early. With a last day ahead it keeps running until then; today's last day ends it now.
 */
@Injectable()
export class EndContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ContractAccess,
    private readonly contracts: ContractRepository,
  ) {}

  /** @throws DomainError `platform/not-found`, `not-active`, `last-day-outside` */
  async run(actor: PersonActor, id: string, input: { reason: string; lastDay: PlainDate }): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.access.lock(tx, actor, 'update', id);
      const status = nextStatus(contract.status, 'end');
      const { startsOn, endsOn } = contract;
      const today = copenhagenDate(tx.now());
      const tooSoon = input.lastDay < today || (startsOn !== null && input.lastDay < startsOn);
      if (tooSoon || (endsOn !== null && input.lastDay > endsOn)) {
        throw new DomainError<ErrorCode>('partner-contracts/last-day-outside', {}, 'lastDay');
      }
      await this.contracts.addStep(tx, id, 'ended', input.reason);
      if (input.lastDay === today) {
        await this.contracts.save(tx, { ...contract, status, endsOn: today, closedAt: tx.now() });
        await tx.append('partner-contracts.contract-ended', subjectOf(contract), partnerOf(contract));
        return;
      }
      await this.contracts.save(tx, { ...contract, endsOn: input.lastDay });
      await tx.append('partner-contracts.contract-ending', subjectOf(contract), {
        ...partnerOf(contract),
        lastDay: input.lastDay,
      });
      await enqueueExpiry(tx, id, input.lastDay);
    });
  }
}

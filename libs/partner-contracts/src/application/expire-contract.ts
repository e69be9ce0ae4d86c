import { Injectable } from '@nestjs/common';
import { copenhagenDate } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { mayStep, nextStatus } from '../domain/contract-lifecycle.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { ContractRepository } from './contract.repository.js';

/** Ends a contract whose last day is past: expired at its term, ended when its last day was brought forward. Done twice it is done once. */
@Injectable()
export class ExpireContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
  ) {}

  /** Leaves alone what is no longer active or not yet over. */
  async run(allianceId: string, id: string): Promise<void> {
    await this.unitOfWork.actAs(systemActor(allianceId, 'contract term is over'), async (tx) => {
      const contract = await this.contracts.find(tx, id, 'lock');
      if (contract?.endsOn == null || !mayStep(contract.status, 'expire')) return;
      if (contract.endsOn >= copenhagenDate(tx.now())) return;
      const steps = await this.contracts.listSteps(tx, id);
      const wasBroughtForward = steps.some(({ step }) => step === 'ended');
      const status = nextStatus(contract.status, wasBroughtForward ? 'end' : 'expire');
      await this.contracts.save(tx, { ...contract, status, closedAt: tx.now() });
      if (!wasBroughtForward) await this.contracts.addStep(tx, id, 'expired');
      await tx.append(
        wasBroughtForward ? 'partner-contracts.contract-ended' : 'partner-contracts.contract-expired',
        subjectOf(contract),
        partnerOf(contract),
      );
    });
  }
}

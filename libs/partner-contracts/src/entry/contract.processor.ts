import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeliveryChecks, JobRegistry } from '#libs/platform';
import { invitationCheck } from '../application/contract-delivery.js';
import { ExpireContract } from '../application/expire-contract.js';
import { InvitationCheck } from '../application/invitation-check.js';
import { SealContract } from '../application/seal-contract.js';
import { expiryQueue, sealingQueue } from '../application/sealing-queue.js';

/** Hands the jobs of contracts to their actions. */
@Injectable()
export class ContractProcessor implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly checks: DeliveryChecks,
    private readonly check: InvitationCheck,
    private readonly seal: SealContract,
    private readonly expire: ExpireContract,
  ) {}

  onModuleInit(): void {
    this.checks.register(invitationCheck, this.check);
    this.jobs.handle(
      sealingQueue,
      ({ allianceId, contractId, stage }) =>
        this.seal.run(String(allianceId), String(contractId), stage === 'final' ? 'final' : 'partner'),
      { concurrency: 1, leaseFor: 120_000, maxAttempts: 20 },
    );
    this.jobs.handle(expiryQueue, ({ allianceId, contractId }) =>
      this.expire.run(String(allianceId), String(contractId)),
    );
  }
}

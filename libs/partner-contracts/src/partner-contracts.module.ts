import { Module } from '@nestjs/common';
import { Policies } from '#libs/platform';
import { RemindersModule } from '#libs/reminders';
import { CreateContractTemplate } from './application/create-contract-template.js';
import { CreateContracts } from './application/create-contracts.js';
import { contractPolicy } from './application/partner-contracts.policy.js';
import { contractControllers, contractProviders } from './contract.providers.js';
import { EnquiriesModule } from './enquiries.module.js';

/** Guarantee contracts with partners, and the promises kept under them. */
@Module({
  imports: [RemindersModule, EnquiriesModule],
  controllers: [...contractControllers],
  providers: [...contractProviders],
  exports: [CreateContractTemplate, CreateContracts, EnquiriesModule],
})
export class PartnerContractsModule {
  constructor(policies: Policies) {
    policies.register(contractPolicy);
  }
}

import { Module } from '@nestjs/common';
import { AlliancesModule, ExampleParts, PartnerStatus } from '#libs/alliances';
import { LinkPurposes, PersonDataSources, Policies } from '#libs/platform';
import { RemindersModule } from '#libs/reminders';
import { ContractExample } from './application/contract.example.js';
import { ContractLinks } from './application/contract-links.js';
import { CreateContractTemplate } from './application/create-contract-template.js';
import { CreateContracts } from './application/create-contracts.js';
import { contractPartiesSource } from './application/contract.person-data.js';
import { contractLists, contractPolicy } from './application/partner-contracts.policy.js';
import { contractControllers, contractProviders } from './contract.providers.js';
import { EnquiriesModule } from './enquiries.module.js';

/** Guarantee contracts with partners, and the promises kept under them. */
@Module({
  imports: [AlliancesModule, RemindersModule, EnquiriesModule],
  controllers: [...contractControllers],
  providers: [...contractProviders],
  exports: [CreateContractTemplate, CreateContracts, EnquiriesModule],
})
export class PartnerContractsModule {
  constructor(
    policies: Policies,
    examples: ExampleParts,
    example: ContractExample,
    status: PartnerStatus,
    links: LinkPurposes,
    ownLinks: ContractLinks,
    personData: PersonDataSources,
  ) {
    links.register(ownLinks);
    personData.register(contractPartiesSource);
    policies.register(contractPolicy, contractLists);
    examples.register(example);
    status.use({
      // Asked for the rows of a page only: joined, the whole view would be read for each page.
      join: '',
      status: `(select held.state from partner_contracts_partner_state held
        where held.alliance_id = o.alliance_id and held.organisation_id = o.id)`,
    });
  }
}

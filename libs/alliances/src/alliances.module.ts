import { Module } from '@nestjs/common';
import { Memberships, Policies, Roles } from '#libs/platform';
import { alliancesPolicy } from './application/alliances.policy.js';
import { ListPartners } from './application/list-partners.query.js';
import { PartnerRepository } from './application/partner.repository.js';
import { PartnerStatus } from './application/partner-status.js';
import { PeopleInAlliances } from './application/people-in-alliances.js';
import { ExamplesModule } from './examples.module.js';
import { PartnerSqlRepository } from './data/partner.sql-repository.js';

/** Alliances, their people and their partners. */
@Module({
  imports: [ExamplesModule],
  providers: [
    PeopleInAlliances,
    PartnerStatus,
    ListPartners,
    { provide: PartnerRepository, useClass: PartnerSqlRepository },
  ],
  exports: [ExamplesModule, PartnerStatus],
})
export class AlliancesModule {
  constructor(policies: Policies, roles: Roles, memberships: Memberships, people: PeopleInAlliances) {
    policies.register(alliancesPolicy);
    roles.use((personId) => people.rolesOf(personId));
    memberships.use((actor) => people.alliancesOf(actor));
  }
}

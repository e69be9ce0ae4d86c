import { Module } from '@nestjs/common';
import { Affiliations, HistoryNames, Memberships, Policies, Roles } from '#libs/platform';
import { AcceptInvitation } from './application/accept-invitation.js';
import { AffiliationsOfPeople } from './application/affiliations-of-people.js';
import { AllianceSettingsStore } from './application/alliance-settings.js';
import { allianceLists, alliancesPolicy } from './application/alliances.policy.js';
import { nameOfInvitation, nameOfMember } from './application/history-names.js';
import { ChangeMembership } from './application/change-membership.js';
import { CreateAlliance } from './application/create-alliance.js';
import { ExportPartners } from './application/export-partners.js';
import { HandOverPartners } from './application/hand-over-partners.js';
import { ReadImport } from './application/import.query.js';
import { ListInvitations } from './application/invitations.query.js';
import { InvitePerson } from './application/invite-person.js';
import { JudgeImport } from './application/judge-import.js';
import { KeepPartner } from './application/keep-partner.js';
import { LeaveAlliance } from './application/leave-alliance.js';
import { ListPartners } from './application/list-partners.query.js';
import { Members } from './application/members.js';
import { MendImport } from './application/mend-import.js';
import { PartnerImportRepository } from './application/partner-import.repository.js';
import { PartnerStatus } from './application/partner-status.js';
import { ReadPartner } from './application/partner.query.js';
import { PartnerRepository } from './application/partner.repository.js';
import { PeopleInAlliances } from './application/people-in-alliances.js';
import { RunImport } from './application/run-import.js';
import { TellOfRest } from './application/tell-of-rest.js';
import { UndoImport } from './application/undo-import.js';
import { UploadImport } from './application/upload-import.js';
import { ExamplesModule } from './examples.module.js';
import { PartnerImportSqlRepository } from './data/partner-import.sql-repository.js';
import { PartnerSqlRepository } from './data/partner.sql-repository.js';
import { AlliancesPersonData } from './application/alliances-person-data.js';
import { AlliancesController } from './entry/alliances.controller.js';
import { GuestsController } from './entry/guests.controller.js';
import { MembersController } from './entry/members.controller.js';
import { PartnerImportProcessor } from './entry/partner-import.processor.js';
import { PartnerImportsController } from './entry/partner-imports.controller.js';
import { PartnersController } from './entry/partners.controller.js';

/** Alliances, their people and their partners. */
@Module({
  imports: [ExamplesModule],
  controllers: [
    AlliancesController,
    GuestsController,
    MembersController,
    PartnersController,
    PartnerImportsController,
  ],
  providers: [
    AcceptInvitation,
    AffiliationsOfPeople,
    AllianceSettingsStore,
    AlliancesPersonData,
    ChangeMembership,
    CreateAlliance,
    ExportPartners,
    HandOverPartners,
    InvitePerson,
    JudgeImport,
    KeepPartner,
    LeaveAlliance,
    ListInvitations,
    ListPartners,
    Members,
    MendImport,
    PartnerImportProcessor,
    PartnerStatus,
    PeopleInAlliances,
    ReadImport,
    ReadPartner,
    RunImport,
    TellOfRest,
    UndoImport,
    UploadImport,
    { provide: PartnerRepository, useClass: PartnerSqlRepository },
    { provide: PartnerImportRepository, useClass: PartnerImportSqlRepository },
  ],
  exports: [AllianceSettingsStore, CreateAlliance, ExamplesModule, PartnerStatus],
})
export class AlliancesModule {
  constructor(
    policies: Policies,
    roles: Roles,
    memberships: Memberships,
    people: PeopleInAlliances,
    affiliations: Affiliations,
    sources: AffiliationsOfPeople,
    names: HistoryNames,
  ) {
    policies.register(alliancesPolicy, allianceLists);
    roles.use((personId) => people.rolesOf(personId));
    memberships.use(people);
    affiliations.use(sources);
    names.register('member', nameOfMember);
    names.register('invitation', nameOfInvitation);
  }
}

import { Injectable, type Provider, type Type } from '@nestjs/common';
import { Policies } from '../access/policies.js';
import { SubjectKeys } from '../events/subject-keys.js';
import { LinkPurposes } from '../links/link-purposes.js';
import { AccessLog } from './access-log.query.js';
import { AllianceIds } from './alliance-ids.js';
import { AllianceNames } from './alliance-names.js';
import { CarryOutErasure } from './carry-out-erasure.js';
import { EraseBySources } from './erase-by-sources.js';
import { ErasePerson } from './erase-person.js';
import { ErasureJournal } from './erasure-journal.js';
import { Erasures } from './erasures.js';
import { ExportPersonData } from './export-person-data.js';
import { OrganisationNames } from './organisation-names.js';
import { PastRoles } from './past-roles.js';
import { OwnPersonDataController } from './own-person-data.controller.js';
import { PersonCircle } from './person-circle.js';
import { PersonDataSources } from './person-data-source.js';
import { PersonDataRoutine } from './person-data-routine.js';
import { PersonDataZip } from './person-data-zip.js';
import { PersonDataController } from './person-data.controller.js';
import { personDataPolicy } from './person-data.policy.js';
import { PersonSubjects } from './person-subjects.js';
import { ReplayErasures } from './replay-erasures.js';
import { Retention } from './retention.js';
import { RetentionRules } from './retention-rules.js';
import { RetentionSettings } from './retention-settings.js';
import { accessLogRetention } from './sources/access-log.retention.js';
import { accountSource } from './sources/account.source.js';
import { anchorAddressesSource } from './sources/anchor-addresses.source.js';
import { eventWordsSource } from './sources/event-words.source.js';
import { jobsSource } from './sources/jobs.source.js';
import { linkHolderKeeper, linkHolderSource } from './sources/link-holder.source.js';
import { linksSource } from './sources/links.source.js';
import { mailsSource } from './sources/mails.source.js';
import { namesSource } from './sources/names.source.js';

/** Registers what the platform itself keeps about people. */
@Injectable()
export class PlatformPersonData {
  constructor(
    sources: PersonDataSources,
    subjects: PersonSubjects,
    retention: RetentionRules,
    policies: Policies,
    subjectKeys: SubjectKeys,
    roles: PastRoles,
    links: LinkPurposes,
  ) {
    policies.register(personDataPolicy);
    subjects.register(linkHolderKeeper);
    sources.register(linkHolderSource(links));
    // Names before the account: the account is where the name is read from.
    for (const source of [namesSource(roles), mailsSource, linksSource, anchorAddressesSource, jobsSource])
      sources.register(source);
    sources.register(eventWordsSource(subjectKeys));
    sources.register(accountSource);
    retention.register(accessLogRetention);
  }
}

/** What the person data platform brings into the platform module. */
export const personDataProviders: Provider[] = [
  AccessLog,
  AllianceIds,
  AllianceNames,
  CarryOutErasure,
  EraseBySources,
  ErasePerson,
  ErasureJournal,
  Erasures,
  ExportPersonData,
  OrganisationNames,
  PastRoles,
  PersonCircle,
  PersonDataRoutine,
  PersonDataSources,
  PersonDataZip,
  PersonSubjects,
  PlatformPersonData,
  ReplayErasures,
  Retention,
  RetentionRules,
  RetentionSettings,
];

/** The endpoints of the person data platform. */
export const personDataControllers: Type[] = [PersonDataController, OwnPersonDataController];

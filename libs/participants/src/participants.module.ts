import { Module, type OnModuleInit } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { MeasurementsModule, MetricSources } from '#libs/measurements';
import { EnquiryParticipants, PartnerContractsModule } from '#libs/partner-contracts';
import { PersonDataSources, PersonSubjects, Policies, RetentionRules } from '#libs/platform';
import { DueItemSources, RemindersModule } from '#libs/reminders';
import { ConsentExpiringSource } from './application/consent-due.source.js';
import { ConsentRepository } from './application/consent.repository.js';
import { CprSetting } from './application/cpr-setting.js';
import { DestinationTypes } from './application/destination-types.js';
import { ForgetCpr } from './application/forget-cpr.js';
import { KeepConsents } from './application/keep-consents.js';
import { KeepCpr } from './application/keep-cpr.js';
import { KeepDestination } from './application/keep-destination.js';
import { ListParticipants } from './application/list-participants.query.js';
import { LogDestinations } from './application/log-destinations.js';
import { OwnParticipants } from './application/own-participants.js';
import { ParticipantPersonData, participantKeeper } from './application/participant.person-data.js';
import { ParticipantRepository } from './application/participant.repository.js';
import { expiredRetention, withdrawnRetention } from './application/participant.retention.js';
import { participantLists, participantsPolicy } from './application/participants.policy.js';
import { ParticipantsExample } from './application/participants.example.js';
import { PositiveDestinationMetric } from './application/positive-destination.metric.js';
import { RecordConsents } from './application/record-consents.js';
import { RegisterParticipants } from './application/register-participants.js';
import { ShowParticipant } from './application/show-participant.query.js';
import { UpdateParticipant } from './application/update-participant.js';
import { SqlConsentRepository } from './data/consent.sql-repository.js';
import { SqlParticipantRepository } from './data/participant.sql-repository.js';
import { ConsentsController } from './entry/consents.controller.js';
import { CprController } from './entry/cpr.controller.js';
import { DestinationsController } from './entry/destinations.controller.js';
import { ForgetCprProcessor } from './entry/forget-cpr.processor.js';
import { ParticipantsController } from './entry/participants.controller.js';

/** The young people helped, and what became of it. */
@Module({
  imports: [AlliancesModule, MeasurementsModule, PartnerContractsModule, RemindersModule],
  controllers: [CprController, ParticipantsController, DestinationsController, ConsentsController],
  providers: [
    ConsentExpiringSource,
    CprSetting,
    DestinationTypes,
    ForgetCpr,
    ForgetCprProcessor,
    KeepConsents,
    KeepCpr,
    KeepDestination,
    ListParticipants,
    LogDestinations,
    OwnParticipants,
    ParticipantPersonData,
    ParticipantsExample,
    PositiveDestinationMetric,
    RecordConsents,
    RegisterParticipants,
    ShowParticipant,
    UpdateParticipant,
    { provide: ConsentRepository, useClass: SqlConsentRepository },
    { provide: ParticipantRepository, useClass: SqlParticipantRepository },
  ],
  exports: [LogDestinations, RegisterParticipants, DestinationTypes],
})
export class ParticipantsModule implements OnModuleInit {
  constructor(
    private readonly metrics: MetricSources,
    private readonly positiveDestination: PositiveDestinationMetric,
    private readonly enquiries: EnquiryParticipants,
    private readonly participants: ParticipantRepository,
    private readonly dueItems: DueItemSources,
    private readonly consentExpiring: ConsentExpiringSource,
    policies: Policies,
    examples: ExampleParts,
    example: ParticipantsExample,
    people: PersonSubjects,
    sources: PersonDataSources,
    personData: ParticipantPersonData,
    retention: RetentionRules,
  ) {
    policies.register(participantsPolicy, participantLists);
    examples.register(example);
    people.register(participantKeeper);
    sources.register(personData);
    retention.register(withdrawnRetention);
    retention.register(expiredRetention);
  }

  onModuleInit(): void {
    this.metrics.register(this.positiveDestination);
    this.dueItems.register(this.consentExpiring);
    this.enquiries.use(async (tx, id) => (await this.participants.lock(tx, [id])).length === 1);
  }
}

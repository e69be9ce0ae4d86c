import { Module, type OnModuleInit } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { MeasurementsModule, MetricSources } from '#libs/measurements';
import { EnquiryParticipants, PartnerContractsModule } from '#libs/partner-contracts';
import { Policies } from '#libs/platform';
import { DestinationTypes } from './application/destination-types.js';
import { KeepDestination } from './application/keep-destination.js';
import { ListParticipants } from './application/list-participants.query.js';
import { LogDestinations } from './application/log-destinations.js';
import { ParticipantRepository } from './application/participant.repository.js';
import { participantsPolicy } from './application/participants.policy.js';
import { ParticipantsExample } from './application/participants.example.js';
import { PositiveDestinationMetric } from './application/positive-destination.metric.js';
import { RegisterParticipants } from './application/register-participants.js';
import { ShowParticipant } from './application/show-participant.query.js';
import { UpdateParticipant } from './application/update-participant.js';
import { SqlParticipantRepository } from './data/participant.sql-repository.js';
import { DestinationsController } from './entry/destinations.controller.js';
import { ParticipantsController } from './entry/participants.controller.js';

/** The young people helped, and what became of it. */
@Module({
  imports: [AlliancesModule, MeasurementsModule, PartnerContractsModule],
  controllers: [ParticipantsController, DestinationsController],
  providers: [
    DestinationTypes,
    KeepDestination,
    ListParticipants,
    LogDestinations,
    ParticipantsExample,
    PositiveDestinationMetric,
    RegisterParticipants,
    ShowParticipant,
    UpdateParticipant,
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
    policies: Policies,
    examples: ExampleParts,
    example: ParticipantsExample,
  ) {
    policies.register(participantsPolicy);
    examples.register(example);
  }

  onModuleInit(): void {
    this.metrics.register(this.positiveDestination);
    this.enquiries.use(async (tx, id) => (await this.participants.lock(tx, [id])).length === 1);
  }
}

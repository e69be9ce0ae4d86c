import type { Type } from '@nestjs/common';
import { AgendasModule } from '#libs/agendas';
import { AlliancesModule } from '#libs/alliances';
import { MeasurementsModule } from '#libs/measurements';
import { MeetingsModule } from '#libs/meetings';
import { ParticipantsModule } from '#libs/participants';
import { PartnerContractsModule } from '#libs/partner-contracts';
import { PortfolioModule } from '#libs/portfolio';
import { RemindersModule } from '#libs/reminders';

/** All modules of the field; every app composes the same. */
export const domainModules: readonly Type[] = [
  AlliancesModule,
  RemindersModule,
  MeasurementsModule,
  AgendasModule,
  PartnerContractsModule,
  ParticipantsModule,
  MeetingsModule,
  PortfolioModule,
];

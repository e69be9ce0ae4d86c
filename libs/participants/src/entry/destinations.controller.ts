import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  confirmDestination,
  destinationTypes,
  destinationTypesQuery,
  endDestination,
  id as idSchema,
  retractDestination,
} from '#libs/api-schema';
import { Allow, Answer, AnswerNothing, CurrentActor, type PersonActor, UnitOfWork } from '#libs/platform';
import { DestinationTypes } from '../application/destination-types.js';
import { KeepDestination } from '../application/keep-destination.js';

/** What a destination can be, and keeping logged ones true. */
@ApiTags('participants')
@Controller('api/v1/alliances/:allianceId')
export class DestinationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly types: DestinationTypes,
    private readonly keeper: KeepDestination,
  ) {}

  @Get('destination-types')
  @Allow('read', 'DestinationType')
  @Answer(destinationTypes)
  listTypes(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: destinationTypesQuery }) query: z.infer<typeof destinationTypesQuery>,
  ): Promise<{ items: unknown }> {
    return this.unitOfWork.readAs(actor, async (tx) => ({
      items: (await this.types.search(tx, query.q)).slice(0, query.limit),
    }));
  }

  @Post('destinations/:spellId/confirm')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async confirm(
    @CurrentActor() actor: PersonActor,
    @Param('spellId', { schema: idSchema }) spellId: string,
    @Body({ schema: confirmDestination }) body: z.infer<typeof confirmDestination>,
  ): Promise<void> {
    await this.keeper.confirm(actor, spellId, body);
  }

  @Post('destinations/:spellId/end')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async end(
    @CurrentActor() actor: PersonActor,
    @Param('spellId', { schema: idSchema }) spellId: string,
    @Body({ schema: endDestination }) body: z.infer<typeof endDestination>,
  ): Promise<void> {
    await this.keeper.end(actor, spellId, body.to);
  }

  @Post('destinations/:spellId/retract')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async retract(
    @CurrentActor() actor: PersonActor,
    @Param('spellId', { schema: idSchema }) spellId: string,
    @Body({ schema: retractDestination }) body: z.infer<typeof retractDestination>,
  ): Promise<void> {
    await this.keeper.retract(actor, spellId, body.reason);
  }
}

import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  created,
  id as idSchema,
  logDestination,
  loggedDestination,
  participantDetail,
  participantListQuery,
  participantRow,
  registerParticipant,
  updateParticipant,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  type ListJson,
  type PersonActor,
} from '#libs/platform';
import { ListParticipants } from '../application/list-participants.query.js';
import { LogDestinations } from '../application/log-destinations.js';
import { RegisterParticipants } from '../application/register-participants.js';
import { ShowParticipant } from '../application/show-participant.query.js';
import { UpdateParticipant } from '../application/update-participant.js';

/** Young people of one's own organisation, for its caseworkers. */
@ApiTags('participants')
@Controller('api/v1/alliances/:allianceId/participants')
export class ParticipantsController {
  constructor(
    private readonly lister: ListParticipants,
    private readonly shower: ShowParticipant,
    private readonly registrar: RegisterParticipants,
    private readonly updater: UpdateParticipant,
    private readonly destinations: LogDestinations,
  ) {}

  @Get()
  @Allow('read', 'Participant')
  @AnswerList(participantRow)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: participantListQuery }) query: z.infer<typeof participantListQuery>,
  ): Promise<ListJson> {
    return this.lister.run(actor, query);
  }

  @Post()
  @Allow('create', 'Participant')
  @Answer(created, 201)
  register(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: registerParticipant }) body: z.infer<typeof registerParticipant>,
  ): Promise<{ id: string }> {
    return this.registrar.one(actor, body);
  }

  @Get(':participantId')
  @Allow('read', 'Participant')
  @Answer(participantDetail)
  show(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
  ): Promise<z.infer<typeof participantDetail>> {
    return this.shower.run(actor, participantId);
  }

  @Put(':participantId')
  @Allow('update', 'Participant')
  @AnswerNothing()
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @IfMatch() version: number,
    @Body({ schema: updateParticipant }) body: z.infer<typeof updateParticipant>,
  ): Promise<void> {
    await this.updater.run(actor, participantId, version, body);
  }

  @Post(':participantId/destinations')
  @Allow('update', 'Participant')
  @Answer(loggedDestination, 201)
  log(
    @CurrentActor() actor: PersonActor,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Body({ schema: logDestination }) body: z.infer<typeof logDestination>,
  ): Promise<z.infer<typeof loggedDestination>> {
    return this.destinations.one(actor, { ...body, participantId }).then((logged) => ({
      ...logged,
      ended: [...logged.ended],
    }));
  }
}

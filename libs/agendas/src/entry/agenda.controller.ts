import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  agendaAdopt,
  agendaAnswerInput,
  agendaAsk,
  agendaDifference,
  agendaDifferenceQuery,
  agendaDraftInput,
  agendaEdit,
  agendaOverview,
  agendaPutOut,
  agendaTakeBack,
  agendaVersion,
  created,
  id as idSchema,
} from '#libs/api-schema';
import { Allow, Answer, CurrentActor, IfMatch, type PersonActor } from '#libs/platform';
import { AnswerAgenda } from '../application/answer-agenda.js';
import { AskOrganisations } from '../application/ask-organisations.js';
import { DraftAgenda } from '../application/draft-agenda.js';
import { EditAgenda } from '../application/edit-agenda.js';
import { MoveAgenda } from '../application/move-agenda.js';
import { ShowAgenda } from '../application/show-agenda.query.js';

/** The shared agenda: its versions, their life and the organisations' answers. */
@Controller('api/v1/alliances/:allianceId/agenda')
export class AgendaController {
  constructor(
    private readonly show: ShowAgenda,
    private readonly drafting: DraftAgenda,
    private readonly editing: EditAgenda,
    private readonly moving: MoveAgenda,
    private readonly asking: AskOrganisations,
    private readonly answering: AnswerAgenda,
  ) {}

  @Get()
  @Allow('read', 'Agenda')
  @Answer(agendaOverview)
  async overview(@CurrentActor() actor: PersonActor) {
    return this.show.overview(actor);
  }

  @Post('versions')
  @Allow('create', 'Agenda')
  @Answer(created, 201)
  async draft(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: agendaDraftInput }) input: z.output<typeof agendaDraftInput>,
  ) {
    return this.drafting.run(actor, input.title);
  }

  @Get('versions/:id')
  @Allow('read', 'Agenda')
  @Answer(agendaVersion)
  async version(@CurrentActor() actor: PersonActor, @Param('id', { schema: idSchema }) id: string) {
    return this.show.version(actor, id);
  }

  @Get('versions/:id/difference')
  @Allow('read', 'Agenda')
  @Answer(agendaDifference)
  async difference(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: agendaDifferenceQuery }) query: z.output<typeof agendaDifferenceQuery>,
  ) {
    return this.show.difference(actor, query.from, id);
  }

  @Put('versions/:id')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async edit(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: agendaEdit }) input: z.output<typeof agendaEdit>,
  ) {
    await this.editing.run(actor, id, expected, input.content);
    return this.show.version(actor, id);
  }

  @Post('versions/:id/put-out')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async putOut(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: agendaPutOut }) input: z.output<typeof agendaPutOut>,
  ) {
    await this.moving.putOut(actor, id, expected, input);
    return this.show.version(actor, id);
  }

  @Post('versions/:id/take-back')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async takeBack(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: agendaTakeBack }) input: z.output<typeof agendaTakeBack>,
  ) {
    await this.moving.takeBack(actor, id, expected, input.reason);
    return this.show.version(actor, id);
  }

  @Post('versions/:id/adopt')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async adopt(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: agendaAdopt }) input: z.output<typeof agendaAdopt>,
  ) {
    await this.moving.adopt(actor, id, expected, input.despiteObjections);
    return this.show.version(actor, id);
  }

  @Post('versions/:id/discard')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async discard(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
  ) {
    await this.moving.discard(actor, id, expected);
    return this.show.version(actor, id);
  }

  @Post('versions/:id/asked')
  @Allow('update', 'Agenda')
  @Answer(agendaVersion)
  async ask(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: agendaAsk }) input: z.output<typeof agendaAsk>,
  ) {
    await this.asking.run(actor, id, input.organisationIds);
    return this.show.version(actor, id);
  }

  @Put('versions/:id/answers/:organisationId')
  @Allow('answer', 'AgendaAnswer')
  @Answer(agendaVersion)
  async answer(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('organisationId', { schema: idSchema }) organisationId: string,
    @IfMatch() expected: number,
    @Body({ schema: agendaAnswerInput }) input: z.output<typeof agendaAnswerInput>,
  ) {
    await this.answering.run(actor, id, organisationId, expected, input);
    return this.show.version(actor, id);
  }
}

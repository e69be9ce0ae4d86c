import { Body, Controller, Delete, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { createAgendaItem, created, id, orderAgendaItems, updateAgendaItem } from '#libs/api-schema';
import { Allow, Answer, AnswerNothing, CurrentActor, IfMatch, type PersonActor } from '#libs/platform';
import { EditAgenda } from '../application/edit-agenda.js';

/** The agenda of a meeting. */
@ApiTags('meetings')
@Controller('api/v1/alliances/:allianceId/meetings/:meetingId/items')
export class AgendaItemsController {
  constructor(private readonly agenda: EditAgenda) {}

  @Post()
  @Allow('read', 'Meeting')
  @Answer(created, 201)
  async add(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: createAgendaItem }) input: z.infer<typeof createAgendaItem>,
  ): Promise<z.infer<typeof created>> {
    return { id: await this.agenda.add(actor, meetingId, input) };
  }

  @Put('order')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  order(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: orderAgendaItems }) { itemIds }: z.infer<typeof orderAgendaItems>,
  ): Promise<void> {
    return this.agenda.order(actor, meetingId, itemIds);
  }

  @Patch(':itemId')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  update(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Param('itemId', { schema: id }) itemId: string,
    @IfMatch() version: number,
    @Body({ schema: updateAgendaItem }) input: z.infer<typeof updateAgendaItem>,
  ): Promise<void> {
    return this.agenda.update(actor, meetingId, itemId, version, input);
  }

  @Delete(':itemId')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  remove(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Param('itemId', { schema: id }) itemId: string,
  ): Promise<void> {
    return this.agenda.remove(actor, meetingId, itemId);
  }
}

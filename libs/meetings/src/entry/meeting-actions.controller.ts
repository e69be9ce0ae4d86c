import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  actionHandOver,
  created,
  createMeetingAction,
  id,
  meetingAction,
  meetingActionQuery,
  noMeetingInput,
  passOnLink,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  type ListJson,
  type PersonActor,
} from '#libs/platform';
import { HandOverAction } from '../application/hand-over-action.js';
import { KeepActions } from '../application/keep-actions.js';
import { ListActions } from '../application/list-actions.query.js';
import { ShowAction } from '../application/show-action.query.js';

type Nothing = z.infer<typeof noMeetingInput>;

/** What meetings agreed should be done, by whom and when, until it is done. */
@ApiTags('meetings')
@Controller('api/v1/alliances/:allianceId')
export class MeetingActionsController {
  constructor(
    private readonly actions: ListActions,
    private readonly keep: KeepActions,
    private readonly shown: ShowAction,
    private readonly hands: HandOverAction,
  ) {}

  @Get('meeting-actions')
  @Allow('read', 'MeetingAction')
  @AnswerList(meetingAction)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: meetingActionQuery }) query: z.infer<typeof meetingActionQuery>,
  ): Promise<ListJson> {
    return this.actions.list(actor, query);
  }

  @Post('meetings/:meetingId/actions')
  @Allow('read', 'Meeting')
  @Answer(created, 201)
  async agree(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: createMeetingAction }) input: z.infer<typeof createMeetingAction>,
  ): Promise<z.infer<typeof created>> {
    return { id: await this.keep.agree(actor, meetingId, input) };
  }

  @Post('meeting-actions/:actionId/done')
  @Allow('read', 'MeetingAction')
  @AnswerNothing()
  done(
    @CurrentActor() actor: PersonActor,
    @Param('actionId', { schema: id }) actionId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.keep.mark(actor, actionId, true);
  }

  @Post('meeting-actions/:actionId/reopen')
  @Allow('read', 'MeetingAction')
  @AnswerNothing()
  reopen(
    @CurrentActor() actor: PersonActor,
    @Param('actionId', { schema: id }) actionId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.keep.mark(actor, actionId, false);
  }

  @Get('meeting-actions/:actionId/hand-over')
  @Allow('read', 'MeetingAction')
  @Answer(actionHandOver)
  handOver(
    @CurrentActor() actor: PersonActor,
    @Param('actionId', { schema: id }) actionId: string,
  ): Promise<z.infer<typeof actionHandOver>> {
    return this.shown.handOver(actor, actionId);
  }

  @Put('meeting-actions/:actionId/hand-over')
  @Allow('read', 'MeetingAction')
  @AnswerNothing()
  give(
    @CurrentActor() actor: PersonActor,
    @Param('actionId', { schema: id }) actionId: string,
    @Body({ schema: passOnLink }) to: z.infer<typeof passOnLink>,
  ): Promise<void> {
    return this.hands.give(actor, actionId, to);
  }

  @Delete('meeting-actions/:actionId/hand-over')
  @Allow('read', 'MeetingAction')
  @AnswerNothing()
  takeBack(
    @CurrentActor() actor: PersonActor,
    @Param('actionId', { schema: id }) actionId: string,
  ): Promise<void> {
    return this.hands.takeBack(actor, actionId);
  }
}

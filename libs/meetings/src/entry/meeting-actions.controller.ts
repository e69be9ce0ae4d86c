import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  created,
  createMeetingAction,
  id,
  meetingAction,
  meetingActionQuery,
  noMeetingInput,
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
import { KeepActions } from '../application/keep-actions.js';
import { ListActions } from '../application/list-actions.query.js';

type Nothing = z.infer<typeof noMeetingInput>;

/** What meetings agreed should be done, by whom and when, until it is done. */
@ApiTags('meetings')
@Controller('api/v1/alliances/:allianceId')
export class MeetingActionsController {
  constructor(
    private readonly actions: ListActions,
    private readonly keep: KeepActions,
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
}

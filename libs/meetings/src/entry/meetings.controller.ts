import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  created,
  createMeeting,
  id,
  meetingDetail,
  meetingListItem,
  meetingListQuery,
  meetingMinutes,
  noMeetingInput,
  roomCatchUp,
  roomEventsQuery,
  updateMeeting,
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
import { EnterRoom } from '../application/enter-room.js';
import { ListMeetings } from '../application/list-meetings.query.js';
import { PlanMeeting } from '../application/plan-meeting.js';
import { ReadMeeting } from '../application/read-meeting.query.js';
import { ReadMinutes } from '../application/read-minutes.query.js';
import { StepMeeting } from '../application/step-meeting.js';

type Nothing = z.infer<typeof noMeetingInput>;

/** Meetings: planned, opened, closed, their minutes approved; and the room's log for whoever reads it over HTTP. */
@ApiTags('meetings')
@Controller('api/v1/alliances/:allianceId/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: ListMeetings,
    private readonly plan: PlanMeeting,
    private readonly reader: ReadMeeting,
    private readonly minutesReader: ReadMinutes,
    private readonly steps: StepMeeting,
    private readonly room: EnterRoom,
  ) {}

  @Get()
  @Allow('read', 'Meeting')
  @AnswerList(meetingListItem)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: meetingListQuery }) query: z.infer<typeof meetingListQuery>,
  ): Promise<ListJson> {
    return this.meetings.list(actor, query);
  }

  @Post()
  @Allow('create', 'Meeting')
  @Answer(created, 201)
  async create(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createMeeting }) input: z.infer<typeof createMeeting>,
  ): Promise<z.infer<typeof created>> {
    return { id: await this.plan.create(actor, input) };
  }

  @Get(':meetingId')
  @Allow('read', 'Meeting')
  @Answer(meetingDetail)
  read(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
  ): Promise<z.infer<typeof meetingDetail>> {
    return this.reader.read(actor, meetingId);
  }

  @Patch(':meetingId')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  update(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @IfMatch() version: number,
    @Body({ schema: updateMeeting }) input: z.infer<typeof updateMeeting>,
  ): Promise<void> {
    return this.plan.update(actor, meetingId, version, input);
  }

  @Post(':meetingId/open')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  open(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.steps.step(actor, meetingId, 'open');
  }

  @Post(':meetingId/close')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  close(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.steps.step(actor, meetingId, 'close');
  }

  @Post(':meetingId/reopen')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  reopen(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.steps.step(actor, meetingId, 'reopen');
  }

  @Post(':meetingId/approve-minutes')
  @Allow('read', 'Meeting')
  @AnswerNothing()
  approve(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Body({ schema: noMeetingInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.steps.step(actor, meetingId, 'approve-minutes');
  }

  @Get(':meetingId/minutes')
  @Allow('read', 'Meeting')
  @Answer(meetingMinutes)
  minutes(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
  ): Promise<z.infer<typeof meetingMinutes>> {
    return this.minutesReader.read(actor, meetingId);
  }

  @Get(':meetingId/room')
  @Allow('read', 'Meeting')
  @Answer(roomCatchUp)
  roomState(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
  ): Promise<z.infer<typeof roomCatchUp>> {
    return this.room.look(actor, { meetingId, after: null });
  }

  @Get(':meetingId/room/events')
  @Allow('read', 'Meeting')
  @Answer(roomCatchUp)
  roomEvents(
    @CurrentActor() actor: PersonActor,
    @Param('meetingId', { schema: id }) meetingId: string,
    @Query({ schema: roomEventsQuery }) { after }: z.infer<typeof roomEventsQuery>,
  ): Promise<z.infer<typeof roomCatchUp>> {
    return this.room.look(actor, { meetingId, after });
  }
}

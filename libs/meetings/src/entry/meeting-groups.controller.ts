import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  created,
  createMeetingGroup,
  id,
  meetingGroups,
  meetingPeople,
  updateMeetingGroup,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  UnitOfWork,
  type PersonActor,
} from '#libs/platform';
import { MeetingAccess } from '../application/meeting-access.js';
import { MeetingGroups } from '../application/meeting-groups.js';
import { listPeople } from '../application/people.js';

/** Groups that meet, and the people who can be in them. */
@ApiTags('meetings')
@Controller('api/v1/alliances/:allianceId')
export class MeetingGroupsController {
  constructor(
    private readonly groups: MeetingGroups,
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
  ) {}

  @Get('meeting-groups')
  @Allow('read', 'MeetingGroup')
  @Answer(meetingGroups)
  async list(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof meetingGroups>> {
    return { items: await this.groups.list(actor) };
  }

  @Post('meeting-groups')
  @Allow('create', 'MeetingGroup')
  @Answer(created, 201)
  async create(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createMeetingGroup }) input: z.infer<typeof createMeetingGroup>,
  ): Promise<z.infer<typeof created>> {
    return { id: await this.groups.create(actor, input) };
  }

  @Patch('meeting-groups/:groupId')
  @Allow('update', 'MeetingGroup')
  @AnswerNothing()
  update(
    @CurrentActor() actor: PersonActor,
    @Param('groupId', { schema: id }) groupId: string,
    @IfMatch() version: number,
    @Body({ schema: updateMeetingGroup }) input: z.infer<typeof updateMeetingGroup>,
  ): Promise<void> {
    return this.groups.update(actor, groupId, version, input);
  }

  @Get('meeting-people')
  @Allow('read', 'MeetingGroup')
  @Answer(meetingPeople)
  async people(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof meetingPeople>> {
    const seesAll = this.access.seesAll(actor);
    return { items: await this.work.readAs(actor, (tx) => listPeople(tx, actor, seesAll)) };
  }
}

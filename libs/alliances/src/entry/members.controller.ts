import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  handedOver,
  handOverPartners,
  id as idSchema,
  invitationLink,
  invitationList,
  invited,
  invitePerson,
  leaveAlliance,
  leaving,
  memberList,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerNothing,
  CurrentActor,
  type PersonActor,
  RateLimits,
  SignedIn,
} from '#libs/platform';
import { HandOverPartners } from '../application/hand-over-partners.js';
import { ListInvitations } from '../application/invitations.query.js';
import { InvitePerson } from '../application/invite-person.js';
import { LeaveAlliance } from '../application/leave-alliance.js';
import { Members } from '../application/members.js';

const hour = 3_600_000;

/** The people of an alliance: invited, taking part, resting, leaving, handing over. */
@ApiTags('people')
@Controller('api/v1/alliances/:allianceId')
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly inviting: InvitePerson,
    private readonly invitations: ListInvitations,
    private readonly leavingAlliance: LeaveAlliance,
    private readonly handingOver: HandOverPartners,
    private readonly limits: RateLimits,
  ) {}

  @Get('members')
  @Allow('read', 'Member')
  @Answer(memberList)
  list(@CurrentActor() actor: PersonActor): Promise<z.output<typeof memberList>> {
    return this.members.list(actor);
  }

  @Delete('members/:memberId')
  @Allow('delete', 'Member')
  @AnswerNothing()
  end(
    @CurrentActor() actor: PersonActor,
    @Param('memberId', { schema: idSchema }) memberId: string,
  ): Promise<void> {
    return this.members.end(actor, memberId);
  }

  @Post('members/:memberId/pause')
  @Allow('update', 'Member')
  @AnswerNothing()
  pause(
    @CurrentActor() actor: PersonActor,
    @Param('memberId', { schema: idSchema }) memberId: string,
  ): Promise<void> {
    return this.members.pause(actor, memberId);
  }

  @Post('members/:memberId/resume')
  @Allow('update', 'Member')
  @AnswerNothing()
  resume(
    @CurrentActor() actor: PersonActor,
    @Param('memberId', { schema: idSchema }) memberId: string,
  ): Promise<void> {
    return this.members.resume(actor, memberId);
  }

  @Get('leaving')
  @SignedIn()
  @Answer(leaving)
  previewLeaving(@CurrentActor() actor: PersonActor): Promise<z.output<typeof leaving>> {
    return this.leavingAlliance.preview(actor);
  }

  @Post('leaving')
  @SignedIn()
  @AnswerNothing()
  leave(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: leaveAlliance }) { slug }: z.output<typeof leaveAlliance>,
  ): Promise<void> {
    return this.leavingAlliance.run(actor, slug);
  }

  @Post('contact-owner-hand-overs')
  @Allow('update', 'Partner')
  @Answer(handedOver, 201)
  handOver(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: handOverPartners }) input: z.output<typeof handOverPartners>,
  ): Promise<z.output<typeof handedOver>> {
    return this.handingOver.run(actor, input);
  }

  @Get('invitations')
  @Allow('update', 'Member')
  @Answer(invitationList)
  listInvitations(@CurrentActor() actor: PersonActor): Promise<z.output<typeof invitationList>> {
    return this.invitations.run(actor);
  }

  @Post('invitations')
  @Allow('create', 'Member')
  @Answer(invited, 201)
  async invite(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: invitePerson }) input: z.output<typeof invitePerson>,
  ): Promise<z.output<typeof invited>> {
    await this.limits.take(`invite:${actor.personId}`, 200, hour);
    return this.inviting.invite(actor, input);
  }

  @Post('invitations/:invitationId/resend')
  @Allow('create', 'Member')
  @AnswerNothing()
  async resend(
    @CurrentActor() actor: PersonActor,
    @Param('invitationId', { schema: idSchema }) invitationId: string,
  ): Promise<void> {
    await this.limits.take(`invitation-resend:${actor.allianceId}:${invitationId}`, 5, hour);
    return this.inviting.resend(actor, invitationId);
  }

  @Post('invitations/:invitationId/links')
  @Allow('create', 'Member')
  @Answer(invitationLink, 201)
  link(
    @CurrentActor() actor: PersonActor,
    @Param('invitationId', { schema: idSchema }) invitationId: string,
  ): Promise<z.output<typeof invitationLink>> {
    return this.inviting.link(actor, invitationId);
  }

  @Delete('invitations/:invitationId')
  @Allow('delete', 'Member')
  @AnswerNothing()
  withdraw(
    @CurrentActor() actor: PersonActor,
    @Param('invitationId', { schema: idSchema }) invitationId: string,
  ): Promise<void> {
    return this.inviting.withdraw(actor, invitationId);
  }
}

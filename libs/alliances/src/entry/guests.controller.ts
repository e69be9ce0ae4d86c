import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  acceptedInvitation,
  acceptInvitation,
  askInvitationCode,
  id as idSchema,
  myInvitations,
  openInvitation,
} from '#libs/api-schema';
import {
  type ActorRequest,
  Answer,
  AnswerNothing,
  BrowserSessions,
  CurrentActor,
  localeOf,
  type PersonActor,
  Public,
  RateLimits,
  SignedIn,
} from '#libs/platform';
import { AcceptInvitation, type Accepted } from '../application/accept-invitation.js';

const quarter = 15 * 60_000;
const tokenSchema = z.string().min(20).max(200);

/** Whoever holds the link of an invitation. Looking spends nothing, accepting is a POST (security.md 18). */
@ApiTags('people')
@Controller('api/v1')
export class GuestsController {
  constructor(
    private readonly accepting: AcceptInvitation,
    private readonly browsers: BrowserSessions,
    private readonly limits: RateLimits,
  ) {}

  @Get('invitations/:token')
  @Public('the token of the invitation is the proof')
  @Header('cache-control', 'private, no-store')
  @Answer(openInvitation)
  async look(
    @Param('token', { schema: tokenSchema }) token: string,
    @Req() request: ActorRequest,
  ): Promise<z.output<typeof openInvitation>> {
    await this.limits.take(`invitation:${request.ip}`, 120, quarter);
    return this.accepting.look(token, personOf(request));
  }

  @Post('invitations/:token/codes')
  @Public('the token of the invitation is the proof')
  @AnswerNothing()
  async askCode(
    @Param('token', { schema: tokenSchema }) token: string,
    @Body({ schema: askInvitationCode }) { email }: z.output<typeof askInvitationCode>,
    @Req() request: ActorRequest,
  ): Promise<void> {
    await this.limits.take(`invitation-code:${request.ip}`, 20, quarter);
    await this.accepting.askCode(token, email, localeOf(request));
  }

  @Post('invitations/:token/accept')
  @Public('the token of the invitation is the proof')
  @Answer(acceptedInvitation)
  async accept(
    @Param('token', { schema: tokenSchema }) token: string,
    @Body({ schema: acceptInvitation }) input: z.output<typeof acceptInvitation>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof acceptedInvitation>> {
    await this.limits.take(`invitation-accept:${request.ip}`, 60, quarter);
    const actor = personOf(request);
    const accepted = await this.accepting.accept(token, actor, input);
    if (accepted.opensSession) await this.browsers.begin(accepted.personId, 'invitation', request, reply);
    return answer(accepted, actor !== undefined || accepted.opensSession);
  }

  @Get('me/invitations')
  @SignedIn()
  @Answer(myInvitations)
  mine(@CurrentActor() actor: PersonActor): Promise<z.output<typeof myInvitations>> {
    return this.accepting.mine(actor);
  }

  @Post('me/invitations/:invitationId/accept')
  @SignedIn()
  @Answer(acceptedInvitation)
  async acceptMine(
    @CurrentActor() actor: PersonActor,
    @Param('invitationId', { schema: idSchema }) invitationId: string,
  ): Promise<z.output<typeof acceptedInvitation>> {
    return answer(await this.accepting.acceptMine(actor, invitationId), true);
  }
}

function personOf({ actor }: ActorRequest): PersonActor | undefined {
  return actor?.kind === 'person' ? actor : undefined;
}

function answer({ slug }: Accepted, signedIn: boolean): z.output<typeof acceptedInvitation> {
  return { slug, signedIn };
}

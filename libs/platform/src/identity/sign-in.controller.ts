import { Body, Controller, Get, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import {
  claimInstallation,
  type me,
  me as meSchema,
  redeemSignIn,
  redeemSignInCode,
  requestSignIn,
  updateMe,
} from '#libs/api-schema';
import { CONFIG, type Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { clearSessionCookie, setSessionCookie } from '../http/cookies.js';
import { Answer, AnswerNothing, CurrentActor, Public, SignedIn } from '../http/decorators.js';
import { LOGGER } from '../observability/logger.js';
import { RateLimits } from '../http/rate-limits.js';
import { INSTALLATION, type PersonActor, systemActor } from '../tenancy/actor.js';
import { Addresses } from './addresses.js';
import { Claim } from './claim.js';
import { Memberships } from './memberships.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

const quarter = 15 * 60_000;

/** Signing in and out, and who one is. */
@ApiTags('identity')
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly claim: Claim,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly memberships: Memberships,
    private readonly limits: RateLimits,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: Addresses,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post('sign-in')
  @Public('whoever wants to sign in is not signed in yet')
  @AnswerNothing()
  async request(
    @Body({ schema: requestSignIn }) body: z.infer<typeof requestSignIn>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.limits.take(`sign-in:${request.ip}`, 60, quarter);
    await this.limits.take(`sign-in:${body.email.toLowerCase()}`, 10, quarter);
    // Not waited for: how long it takes would tell whether the person exists (security.md 28).
    this.signIn.request(body.email).catch((error: unknown) => {
      this.logger.error({ err: error }, 'a sign-in mail could not be left');
    });
  }

  @Post('sign-in/redeem')
  @Public('the token is the proof')
  @AnswerNothing()
  async redeem(
    @Body({ schema: redeemSignIn }) body: z.infer<typeof redeemSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`redeem:${request.ip}`, 60, quarter);
    await this.begin(await this.signIn.redeemLink(body.token), 'link', reply);
  }

  @Post('sign-in/code')
  @Public('the code is the proof')
  @AnswerNothing()
  async redeemCode(
    @Body({ schema: redeemSignInCode }) body: z.infer<typeof redeemSignInCode>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`code:${request.ip}`, 60, quarter);
    await this.begin(await this.signIn.redeemCode(body.email, body.code), 'code', reply);
  }

  @Post('claim')
  @Public('the claim token from the terminal is the proof')
  @AnswerNothing()
  async claimInstallation(
    @Body({ schema: claimInstallation }) body: z.infer<typeof claimInstallation>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`claim:${request.ip}`, 30, quarter);
    const person = await this.claim.redeem(body);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'claim'), (tx) =>
      tx.append('platform.administrator-claimed', { kind: 'person', id: person.id }, {}),
    );
    await this.begin(person.id, 'claim', reply);
  }

  @Post('sign-out')
  @SignedIn()
  @AnswerNothing()
  async signOut(
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(actor);
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.append('platform.signed-out', { kind: 'person', id: actor.personId }, {}),
    );
    clearSessionCookie(reply, this.secure);
  }

  @Get('me')
  @SignedIn()
  @Answer(meSchema)
  async me(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof me>> {
    const person = (await this.people.findById(actor.personId)) ?? actor;
    return {
      person: {
        id: actor.personId,
        name: person.name,
        email: person.email,
        locale: person.locale,
        isAdmin: actor.isAdmin,
      },
      alliances: await this.memberships.of(actor),
      mode: { mailOnScreen: this.config.SMTP_URL === undefined },
    };
  }

  @Patch('me')
  @SignedIn()
  @AnswerNothing()
  async update(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: updateMe }) body: z.infer<typeof updateMe>,
  ): Promise<void> {
    await this.people.setLocale(actor.personId, body.locale);
    this.sessions.changed(actor.personId);
  }

  private get secure(): boolean {
    return this.addresses.base.startsWith('https://');
  }

  private async begin(
    personId: string,
    method: 'link' | 'code' | 'claim',
    reply: FastifyReply,
  ): Promise<void> {
    const token = await this.sessions.open(personId);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'sign-in'), (tx) =>
      tx.append('platform.signed-in', { kind: 'person', id: personId }, { method }),
    );
    setSessionCookie(reply, token, this.secure);
  }
}

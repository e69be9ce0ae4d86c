import { Body, Controller, Get, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import {
  claimInstallation,
  type me,
  me as meSchema,
  redeemSignIn,
  redeemSignInCode,
  requestSignIn,
  signedOut,
  updateMe,
} from '#libs/api-schema';
import { CONFIG, type Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import {
  type ActorRequest,
  Answer,
  AnswerNothing,
  CurrentActor,
  Public,
  SignedIn,
} from '../http/decorators.js';
import { LOGGER } from '../observability/logger.js';
import { quarter, RateLimits } from '../http/rate-limits.js';
import { INSTALLATION, type PersonActor, systemActor } from '../tenancy/actor.js';
import { BrowserSessions } from './browser-sessions.js';
import { Claim } from './claim.js';
import { Memberships } from './memberships.js';
import { answerAfter } from './no-sooner.js';
import { ProviderLogout } from './oidc/provider-logout.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** Everybody who asks for a mail is answered after this long, in milliseconds: several times what leaving one takes. */
const askedAfter = 150;

/** Signing in and out, and who one is. */
@ApiTags('identity')
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly claim: Claim,
    private readonly sessions: Sessions,
    private readonly browsers: BrowserSessions,
    private readonly people: People,
    private readonly memberships: Memberships,
    private readonly providers: ProviderLogout,
    private readonly limits: RateLimits,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post('sign-in')
  @Public('whoever wants to sign in is not signed in yet')
  @AnswerNothing()
  async request(
    @Body({ schema: requestSignIn }) body: z.infer<typeof requestSignIn>,
    @Req() request: ActorRequest,
  ): Promise<void> {
    await this.limits.take(`sign-in:${request.ip}`, 300, quarter);
    await this.limits.take(`sign-in:${body.email.toLowerCase()}`, 10, quarter);
    await answerAfter(askedAfter, () =>
      this.signIn.request(body.email).catch((error: unknown) => {
        this.logger.error({ err: error }, 'a sign-in mail could not be left');
      }),
    );
  }

  @Post('sign-in/redeem')
  @Public('the token is the proof')
  @AnswerNothing()
  async redeem(
    @Body({ schema: redeemSignIn }) body: z.infer<typeof redeemSignIn>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`redeem:${request.ip}`, 300, quarter);
    await this.browsers.begin(await this.signIn.redeemLink(body.token), 'link', request, reply);
  }

  @Post('sign-in/code')
  @Public('the code is the proof')
  @AnswerNothing()
  async redeemCode(
    @Body({ schema: redeemSignInCode }) body: z.infer<typeof redeemSignInCode>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`code:${request.ip}`, 300, quarter);
    await this.limits.take(`code:${body.email.toLowerCase()}`, 20, quarter);
    await this.browsers.begin(await this.signIn.redeemCode(body.email, body.code), 'code', request, reply);
  }

  @Post('claim')
  @Public('the claim token from the terminal is the proof')
  @AnswerNothing()
  async claimInstallation(
    @Body({ schema: claimInstallation }) body: z.infer<typeof claimInstallation>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`claim:${request.ip}`, 30, quarter);
    const person = await this.claim.redeem(body);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'claim'), (tx) =>
      tx.append('platform.administrator-claimed', { kind: 'person', id: person.id }, {}),
    );
    await this.browsers.begin(person.id, 'claim', request, reply);
  }

  @Post('sign-out')
  @SignedIn()
  @Answer(signedOut)
  async signOut(
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.input<typeof signedOut>> {
    const provider = await this.providers.offer(actor);
    await this.browsers.end(actor, reply);
    return { provider };
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
      resting: await this.memberships.restingOf(actor),
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
    await this.people.change(actor.personId, body);
    this.sessions.changed(actor.personId);
  }
}

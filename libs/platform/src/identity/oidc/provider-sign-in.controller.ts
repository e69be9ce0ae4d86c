import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  backChannelLogout,
  errorCatalogue,
  id,
  myLogins,
  providerSignInStarted,
  requestStepUpAtProvider,
  signInProviders,
  startProviderSignIn,
} from '#libs/api-schema';
import {
  type ActorRequest,
  Answer,
  AnswerNothing,
  CurrentActor,
  Public,
  SignedIn,
  StepUp,
} from '../../http/decorators.js';
import { localeOf } from '../../http/locale.js';
import { failureOf } from '../../http/problem.filter.js';
import { quarter, RateLimits } from '../../http/rate-limits.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { BrowserSessions } from '../browser-sessions.js';
import { setAttemptCookie, takeAttemptCookie } from './attempt-cookie.js';
import { BackChannelLogout } from './back-channel-logout.js';
import { confirmedPage } from './confirmed-page.js';
import { PersonLogins } from './person-logins.js';
import { ProviderSessions } from './provider-sessions.js';
import { ProviderSignIn, type ProviderSignInDone, type ProviderSignInRequest } from './provider-sign-in.js';
import { refusedPage } from './refused-page.js';

/** A whole town hall signs in from one address in the morning; nothing can be guessed here. */
const mostPerAddress = 600;
/** A provider says of everybody at once that they went home. */
const mostLogouts = 6_000;

/** Signing in with an identity provider, confirming it there, signing out from there, and the logins one has linked. */
@ApiTags('identity')
@Controller('api/v1')
export class ProviderSignInController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly logins: PersonLogins,
    private readonly sessions: ProviderSessions,
    private readonly logout: BackChannelLogout,
    private readonly browsers: BrowserSessions,
    private readonly limits: RateLimits,
    private readonly addresses: Addresses,
  ) {}

  @Get('sign-in/providers')
  @Public('whoever wants to sign in is not signed in yet')
  @Answer(signInProviders)
  list(): Promise<z.input<typeof signInProviders>> {
    return this.signIn.list();
  }

  @Post('sign-in/providers/:providerId/start')
  @Public('whoever wants to sign in is not signed in yet')
  @Answer(providerSignInStarted)
  start(
    @Param('providerId', { schema: id }) providerId: string,
    @Body({ schema: startProviderSignIn }) body: z.output<typeof startProviderSignIn>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const given = { ...body, purpose: 'sign-in', locale: localeOf(request) } as const;
    return this.begin(providerId, given, request, reply);
  }

  @Get('sign-in/providers/:providerId/callback')
  @Public('the answer of the identity provider, bound to this browser by its cookie, is the proof')
  async callback(
    @Param('providerId', { schema: id }) providerId: string,
    @Req() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const query = new URLSearchParams(request.url.split('?').slice(1).join('?'));
    try {
      await this.limits.take(`provider-answer:${request.ip}`, mostPerAddress, quarter);
      const browser = takeAttemptCookie(request, reply, query.get('state') ?? '', this.secure);
      const actor = request.actor?.kind === 'person' ? request.actor : undefined;
      const done = await this.signIn.finish(providerId, query, browser, actor);
      await this.complete(done, actor, request, reply);
    } catch (error) {
      const locale = localeOf(request);
      const failure = failureOf(error, locale);
      if (failure === undefined) throw error;
      void reply
        .status(errorCatalogue[failure.code].status)
        .type('text/html; charset=utf-8')
        .send(refusedPage(failure.code, locale, request.actor !== undefined));
    }
  }

  @Post('sign-in/providers/:providerId/back-channel-logout')
  @Public('the provider has no account; its signed token is the proof')
  @HttpCode(200)
  async obeyLogout(
    @Param('providerId', { schema: id }) providerId: string,
    @Body({ schema: backChannelLogout }) body: z.output<typeof backChannelLogout>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const provider = await this.signIn.activeProvider(providerId);
    await this.limits.take(`provider-logout:${request.ip}`, mostLogouts, quarter);
    await this.logout.obey(provider, body.logout_token);
  }

  @Post('me/step-up/provider')
  @SignedIn()
  @HttpCode(200)
  @Answer(providerSignInStarted)
  async startConfirming(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: requestStepUpAtProvider }) { to }: z.output<typeof requestStepUpAtProvider>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const providerId = await this.signIn.confirmingProvider(actor);
    return this.begin(providerId, { purpose: 'confirm', to, actor, locale: actor.locale }, request, reply);
  }

  @Get('me/logins')
  @SignedIn()
  @Answer(myLogins)
  mine(@CurrentActor() actor: PersonActor): Promise<z.input<typeof myLogins>> {
    return this.logins.listOf(actor.personId);
  }

  @Post('me/logins/:providerId/start')
  @SignedIn()
  @StepUp()
  @HttpCode(200)
  @Answer(providerSignInStarted)
  startLinking(
    @Param('providerId', { schema: id }) providerId: string,
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    return this.begin(providerId, { purpose: 'link', actor, locale: actor.locale }, request, reply);
  }

  @Delete('me/logins/:loginId')
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  unlink(
    @CurrentActor() actor: PersonActor,
    @Param('loginId', { schema: id }) loginId: string,
  ): Promise<void> {
    return this.logins.unlink(actor, loginId);
  }

  private async complete(
    { purpose, personId, origin, returnTo }: ProviderSignInDone,
    actor: PersonActor | undefined,
    request: ActorRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (purpose === 'confirm' && actor !== undefined) {
      await this.browsers.confirm(actor, 'provider', reply);
      await this.sessions.keep(actor.sessionId, origin);
      const shown = confirmedPage(actor.locale, returnTo);
      return void reply.type('text/html; charset=utf-8').send(shown);
    }
    if (purpose === 'sign-in')
      await this.browsers.begin(personId, 'provider', request, reply, (sessionId) =>
        this.sessions.keep(sessionId, origin),
      );
    // Relative: whatever stands in the address, it stays on this site.
    void reply.status(303).header('location', returnTo).send();
  }

  private async begin(
    providerId: string,
    given: ProviderSignInRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ url: string }> {
    await this.limits.take(`provider-start:${request.ip}`, mostPerAddress, quarter);
    const { url, state, browser } = await this.signIn.start(providerId, given);
    setAttemptCookie(reply, state, browser, this.secure);
    return { url };
  }

  private get secure(): boolean {
    return this.addresses.base.startsWith('https://');
  }
}

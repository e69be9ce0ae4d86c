import { Body, Controller, Delete, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  addPasskey,
  created,
  id,
  passkeyCreation,
  passkeyRequest,
  passkeys as passkeysSchema,
  renamePasskey,
  requestPasskeyOptions,
  usePasskey,
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
import { quarter, RateLimits } from '../../http/rate-limits.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { BrowserSessions } from '../browser-sessions.js';
import { PasskeyUse } from './passkey-use.js';
import { Passkeys } from './passkeys.js';

/** Passkeys: signing in with one, and a person's own. */
@ApiTags('identity')
@Controller('api/v1')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly use: PasskeyUse,
    private readonly browsers: BrowserSessions,
    private readonly limits: RateLimits,
  ) {}

  @Post('sign-in/passkey-options')
  @Public('whoever wants to sign in is not signed in yet')
  @Answer(passkeyRequest)
  async challenge(
    @Body({ schema: requestPasskeyOptions }) _nothing: z.infer<typeof requestPasskeyOptions>,
    @Req() request: ActorRequest,
  ): Promise<z.input<typeof passkeyRequest>> {
    // Every visit of the sign-in page asks once, and a municipality stands behind one address.
    await this.limits.take(`passkey-options:${request.ip}`, 1200, quarter);
    return this.use.challengeForSignIn();
  }

  @Post('sign-in/passkey')
  @Public('the passkey is the proof')
  @AnswerNothing()
  async signIn(
    @Body({ schema: usePasskey }) body: z.infer<typeof usePasskey>,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take(`passkey:${request.ip}`, 300, quarter);
    await this.browsers.begin(await this.use.signIn(body), 'passkey', request, reply);
  }

  @Get('me/passkeys')
  @SignedIn()
  @Answer(passkeysSchema)
  list(@CurrentActor() actor: PersonActor): Promise<z.input<typeof passkeysSchema>> {
    return this.passkeys.list(actor);
  }

  @Post('me/passkeys/options')
  @SignedIn()
  @StepUp()
  @Answer(passkeyCreation)
  beginAdding(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: requestPasskeyOptions }) _nothing: z.infer<typeof requestPasskeyOptions>,
  ): Promise<z.input<typeof passkeyCreation>> {
    return this.passkeys.beginAdding(actor);
  }

  @Post('me/passkeys')
  @SignedIn()
  @StepUp()
  @Answer(created, 201)
  add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: addPasskey }) body: z.infer<typeof addPasskey>,
  ): Promise<z.infer<typeof created>> {
    return this.passkeys.add(actor, body);
  }

  @Patch('me/passkeys/:passkeyId')
  @SignedIn()
  @AnswerNothing()
  rename(
    @CurrentActor() actor: PersonActor,
    @Param('passkeyId', { schema: id }) passkeyId: string,
    @Body({ schema: renamePasskey }) body: z.infer<typeof renamePasskey>,
  ): Promise<void> {
    return this.passkeys.rename(actor, passkeyId, body.name);
  }

  @Delete('me/passkeys/:passkeyId')
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  remove(
    @CurrentActor() actor: PersonActor,
    @Param('passkeyId', { schema: id }) passkeyId: string,
  ): Promise<void> {
    return this.passkeys.remove(actor, passkeyId);
  }
}

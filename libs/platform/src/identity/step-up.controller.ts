import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  confirmByCode,
  passkeyRequest,
  requestPasskeyOptions,
  requestStepUpCode,
  stepUpState,
  usePasskey,
} from '#libs/api-schema';
import { Answer, AnswerNothing, CurrentActor, SignedIn } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { BrowserSessions } from './browser-sessions.js';
import { ProviderSessions } from './oidc/provider-sessions.js';
import { PasskeyUse } from './passkeys/passkey-use.js';
import { Passkeys } from './passkeys/passkeys.js';
import { Sessions } from './sessions.js';
import { StepUp } from './step-up.js';

/** Confirming again who one is, before what an open session alone does not suffice for. */
@ApiTags('identity')
@Controller('api/v1/me/step-up')
export class StepUpController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly passkeys: Passkeys,
    private readonly use: PasskeyUse,
    private readonly sessions: Sessions,
    private readonly providers: ProviderSessions,
    private readonly browsers: BrowserSessions,
  ) {}

  @Get()
  @SignedIn()
  @Answer(stepUpState)
  async state(@CurrentActor() actor: PersonActor): Promise<z.input<typeof stepUpState>> {
    const until = await this.sessions.confirmedUntil(actor);
    const { possible, items } = await this.passkeys.list(actor);
    const provider = (await this.providers.of(actor))?.provider;
    return {
      confirmedUntil: until?.toISOString() ?? null,
      email: actor.email,
      methods: [
        ...(possible && items.length > 0 ? (['passkey'] as const) : []),
        ...(provider === undefined ? [] : (['provider'] as const)),
        'code',
      ],
      provider: provider === undefined ? null : { name: { da: provider.nameDa, en: provider.nameEn } },
    };
  }

  @Post('code')
  @SignedIn()
  @AnswerNothing()
  async sendCode(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: requestStepUpCode }) _nothing: z.infer<typeof requestStepUpCode>,
  ): Promise<void> {
    await this.stepUp.sendCode(actor);
  }

  @Post()
  @SignedIn()
  @AnswerNothing()
  async confirm(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: confirmByCode }) body: z.infer<typeof confirmByCode>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.stepUp.spendCode(actor, body.code);
    await this.browsers.confirm(actor, 'code', reply);
  }

  @Post('passkey-options')
  @SignedIn()
  @Answer(passkeyRequest)
  challenge(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: requestPasskeyOptions }) _nothing: z.infer<typeof requestPasskeyOptions>,
  ): Promise<z.input<typeof passkeyRequest>> {
    return this.use.challengeFor(actor);
  }

  @Post('passkey')
  @SignedIn()
  @AnswerNothing()
  async confirmByPasskey(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: usePasskey }) body: z.infer<typeof usePasskey>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.use.confirm(actor, body);
    await this.browsers.confirm(actor, 'passkey', reply);
  }
}

import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  addIdentityProvider,
  changeIdentityProvider,
  created,
  id,
  identityProvider,
  identityProviderList,
  identityProviderTest,
} from '#libs/api-schema';
import { AdminOnly, Answer, AnswerNothing, CurrentActor, IfMatch, StepUp } from '../../http/decorators.js';
import { quarter, RateLimits } from '../../http/rate-limits.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { IdentityProviders } from './identity-providers.js';
import { TestProvider } from './test-provider.js';

/** The administrator's identity providers. Whoever sets one up decides who is believed: every change is confirmed. */
@ApiTags('administration')
@Controller('api/v1/admin/identity-providers')
export class IdentityProvidersController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly tester: TestProvider,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @AdminOnly()
  @Answer(identityProviderList)
  async list(): Promise<z.input<typeof identityProviderList>> {
    return { items: await this.providers.list() };
  }

  @Get(':providerId')
  @AdminOnly()
  @Answer(identityProvider)
  read(@Param('providerId', { schema: id }) providerId: string): Promise<z.input<typeof identityProvider>> {
    return this.providers.read(providerId);
  }

  @Post()
  @AdminOnly()
  @StepUp()
  @Answer(created, 201)
  add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: addIdentityProvider }) body: z.output<typeof addIdentityProvider>,
  ): Promise<{ id: string }> {
    return this.providers.add(actor, body);
  }

  @Put(':providerId')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  change(
    @CurrentActor() actor: PersonActor,
    @Param('providerId', { schema: id }) providerId: string,
    @IfMatch() version: number,
    @Body({ schema: changeIdentityProvider }) body: z.output<typeof changeIdentityProvider>,
  ): Promise<void> {
    return this.providers.change(actor, providerId, version, body);
  }

  @Delete(':providerId')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  remove(
    @CurrentActor() actor: PersonActor,
    @Param('providerId', { schema: id }) providerId: string,
  ): Promise<void> {
    return this.providers.remove(actor, providerId);
  }

  @Post(':providerId/test')
  @AdminOnly()
  @Answer(identityProviderTest)
  async test(
    @CurrentActor() actor: PersonActor,
    @Param('providerId', { schema: id }) providerId: string,
  ): Promise<z.input<typeof identityProviderTest>> {
    await this.limits.take(`provider-test:${actor.personId}`, 30, quarter);
    return this.tester.run(await this.providers.find(providerId));
  }
}

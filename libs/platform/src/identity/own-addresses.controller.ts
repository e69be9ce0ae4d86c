import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { addAddress, askAddressCode, ownAddress, ownAddresses } from '#libs/api-schema';
import { Answer, AnswerNothing, CurrentActor, SignedIn, StepUp } from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import type { PersonActor } from '../tenancy/actor.js';
import { OwnAddresses } from './own-addresses.js';

const hour = 3_600_000;

/** One's own addresses. Whoever can change them can get in later: all but looking asks for a fresh confirmation. */
@ApiTags('identity')
@Controller('api/v1/me/addresses')
export class OwnAddressesController {
  constructor(
    private readonly addresses: OwnAddresses,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @SignedIn()
  @Answer(ownAddresses)
  list(@CurrentActor() actor: PersonActor): Promise<z.output<typeof ownAddresses>> {
    return this.addresses.list(actor.personId);
  }

  @Post('codes')
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  async ask(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: askAddressCode }) { email }: z.output<typeof askAddressCode>,
  ): Promise<void> {
    await this.limits.take(`address-code:${actor.personId}`, 20, hour);
    await this.addresses.ask(actor, email);
  }

  @Post()
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  async add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: addAddress }) { email, code }: z.output<typeof addAddress>,
  ): Promise<void> {
    await this.limits.take(`address:${actor.personId}`, 60, hour);
    await this.addresses.add(actor, email, code);
  }

  @Post('primary')
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  makePrimary(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: ownAddress }) { email }: z.output<typeof ownAddress>,
  ): Promise<void> {
    return this.addresses.makePrimary(actor, email);
  }

  @Post('removals')
  @SignedIn()
  @StepUp()
  @AnswerNothing()
  remove(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: ownAddress }) { email }: z.output<typeof ownAddress>,
  ): Promise<void> {
    return this.addresses.remove(actor, email);
  }
}

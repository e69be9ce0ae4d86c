import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { apiTokens, createdToken, createToken, id as idSchema } from '#libs/api-schema';
import { Policies } from '../../access/policies.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Allow, Answer, AnswerNothing, CurrentActor, StepUp } from '../../http/decorators.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { apiTokenPolicy } from './api-token.policy.js';
import { ApiTokens } from './api-tokens.js';

/** Keys by which programs work as a person. */
@ApiTags('api tokens')
@Controller('api/v1/alliances/:allianceId/api-tokens')
export class ApiTokenController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: ApiTokens,
    policies: Policies,
  ) {
    policies.register(apiTokenPolicy);
  }

  @Get()
  @Allow('read', 'ApiToken')
  @Answer(apiTokens)
  list(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof apiTokens>> {
    return this.unitOfWork.readAs(actor, (tx) => this.tokens.list(tx));
  }

  @Post()
  @Allow('create', 'ApiToken')
  @StepUp()
  @Answer(createdToken, 201)
  create(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createToken }) given: z.output<typeof createToken>,
  ): Promise<z.infer<typeof createdToken>> {
    return this.unitOfWork.actAs(actor, (tx) => this.tokens.create(tx, actor.personId, given));
  }

  @Delete(':tokenId')
  @Allow('delete', 'ApiToken')
  @AnswerNothing()
  revoke(
    @CurrentActor() actor: PersonActor,
    @Param('tokenId', { schema: idSchema }) id: string,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.tokens.revoke(tx, id));
  }
}

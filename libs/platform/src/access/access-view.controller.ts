import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { accessView, viewAccess } from '#libs/api-schema';
import { Allow, Answer, CurrentActor } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { accessViewPolicy } from './access-view.policy.js';
import { Policies } from './policies.js';
import { ShowAccess } from './show-access.js';

/** What a person or role may see and do; a POST, because looking is written down. */
@ApiTags('access')
@Controller('api/v1/alliances/:allianceId/access-views')
export class AccessViewController {
  constructor(
    private readonly shown: ShowAccess,
    policies: Policies,
  ) {
    policies.register(accessViewPolicy);
  }

  @Post()
  @Allow('read', 'AccessView')
  @Answer(accessView)
  view(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: viewAccess }) asked: z.infer<typeof viewAccess>,
  ): Promise<z.infer<typeof accessView>> {
    return this.shown.run(actor, asked);
  }
}

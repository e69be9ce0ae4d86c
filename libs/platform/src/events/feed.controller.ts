import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { feedPage, feedQuery } from '#libs/api-schema';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Feed, visibleTypes } from './feed.js';
import { Answer, CurrentActor, SignedIn } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';

/** What has happened in an alliance, as far as one's roles may see it. */
@ApiTags('feed')
@Controller('api/v1/alliances/:allianceId/feed')
export class FeedController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feed: Feed,
  ) {}

  @Get()
  @SignedIn()
  @Answer(feedPage)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: feedQuery }) query: z.infer<typeof feedQuery>,
  ): Promise<z.infer<typeof feedPage>> {
    const types = visibleTypes(actor.roles.map((held) => held.role));
    return this.unitOfWork.readAs(actor, (tx) => this.feed.page(tx, query, types));
  }
}

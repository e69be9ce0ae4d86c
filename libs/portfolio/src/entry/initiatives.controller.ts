import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  created,
  id as idSchema,
  initiativeDetail,
  initiativeInput,
  initiativeListed,
  initiativeMove,
  initiativeQuery,
  initiativeReviewInput,
} from '#libs/api-schema';
import { Allow, Answer, AnswerList, CurrentActor, IfMatch, type PersonActor } from '#libs/platform';
import { KeepInitiative } from '../application/keep-initiative.js';
import { ListInitiatives } from '../application/list-initiatives.query.js';
import { MoveInitiative } from '../application/move-initiative.js';

/** The portfolio: initiatives from idea to operations or an honest end. */
@Controller('api/v1/alliances/:allianceId/initiatives')
export class InitiativesController {
  constructor(
    private readonly listing: ListInitiatives,
    private readonly keeping: KeepInitiative,
    private readonly moving: MoveInitiative,
  ) {}

  @Get()
  @Allow('read', 'Initiative')
  @AnswerList(initiativeListed)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: initiativeQuery }) query: z.output<typeof initiativeQuery>,
  ) {
    return this.listing.page(actor, query);
  }

  @Post()
  @Allow('create', 'Initiative')
  @Answer(created, 201)
  async add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: initiativeInput }) input: z.output<typeof initiativeInput>,
  ) {
    return this.keeping.add(actor, input);
  }

  @Get(':id')
  @Allow('read', 'Initiative')
  @Answer(initiativeDetail)
  async detail(@CurrentActor() actor: PersonActor, @Param('id', { schema: idSchema }) id: string) {
    return this.listing.detail(actor, id);
  }

  @Put(':id')
  @Allow('update', 'Initiative')
  @Answer(initiativeDetail)
  async edit(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: initiativeInput }) input: z.output<typeof initiativeInput>,
  ) {
    await this.keeping.edit(actor, id, expected, input);
    return this.listing.detail(actor, id);
  }

  @Post(':id/moves')
  @Allow('update', 'Initiative')
  @Answer(initiativeDetail)
  async move(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: initiativeMove }) input: z.output<typeof initiativeMove>,
  ) {
    await this.moving.move(actor, id, expected, input);
    return this.listing.detail(actor, id);
  }

  @Post(':id/reviews')
  @Allow('update', 'Initiative')
  @Answer(initiativeDetail)
  async review(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: initiativeReviewInput }) input: z.output<typeof initiativeReviewInput>,
  ) {
    await this.moving.review(actor, id, expected, input);
    return this.listing.detail(actor, id);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { id, linksQuery, noLinkInput, passOnLink, scopedLinks } from '#libs/api-schema';
import { Allow, Answer, AnswerNothing, CurrentActor } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { KeepLinks } from './keep-links.js';
import { ListLinks } from './list-links.query.js';

type Nothing = z.infer<typeof noLinkInput>;

/** The links that people without an account hold: each opens one thing, and each can be ended. */
@ApiTags('links')
@Controller('api/v1/alliances/:allianceId/links')
export class LinksController {
  constructor(
    private readonly links: ListLinks,
    private readonly keep: KeepLinks,
  ) {}

  @Get()
  @Allow('read', 'Link')
  @Answer(scopedLinks)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: linksQuery }) query: z.infer<typeof linksQuery>,
  ): Promise<z.infer<typeof scopedLinks>> {
    return this.links.run(actor, query);
  }

  @Post(':linkId/revoke')
  @Allow('update', 'Link')
  @AnswerNothing()
  revoke(
    @CurrentActor() actor: PersonActor,
    @Param('linkId', { schema: id }) linkId: string,
    @Body({ schema: noLinkInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.keep.revoke(actor, linkId);
  }

  @Post(':linkId/send-again')
  @Allow('update', 'Link')
  @AnswerNothing()
  sendAgain(
    @CurrentActor() actor: PersonActor,
    @Param('linkId', { schema: id }) linkId: string,
    @Body({ schema: noLinkInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.keep.sendAgain(actor, linkId);
  }

  @Post(':linkId/pass-on')
  @Allow('update', 'Link')
  @AnswerNothing()
  passOn(
    @CurrentActor() actor: PersonActor,
    @Param('linkId', { schema: id }) linkId: string,
    @Body({ schema: passOnLink }) to: z.infer<typeof passOnLink>,
  ): Promise<void> {
    return this.keep.passOn(actor, linkId, to);
  }
}

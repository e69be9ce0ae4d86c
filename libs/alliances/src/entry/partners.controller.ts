import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  changeMembership,
  created,
  id as idSchema,
  partner,
  partnerExportQuery,
  partnerFacets,
  partnerInput,
  partnerListItem,
  partnerListQuery,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerList,
  CurrentActor,
  IfMatch,
  type ListJson,
  type PersonActor,
} from '#libs/platform';
import { ChangeMembership } from '../application/change-membership.js';
import { ExportPartners } from '../application/export-partners.js';
import { KeepPartner } from '../application/keep-partner.js';
import { ListPartners } from '../application/list-partners.query.js';
import { ReadPartner } from '../application/partner.query.js';

type Partner = z.output<typeof partner>;

/** The partners of an alliance. */
@ApiTags('partners')
@Controller('api/v1/alliances/:allianceId/partners')
export class PartnersController {
  constructor(
    private readonly listing: ListPartners,
    private readonly reading: ReadPartner,
    private readonly keeping: KeepPartner,
    private readonly membership: ChangeMembership,
    private readonly exporting: ExportPartners,
  ) {}

  @Get()
  @Allow('read', 'Partner')
  @AnswerList(partnerListItem)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: partnerListQuery }) query: z.output<typeof partnerListQuery>,
  ): Promise<ListJson> {
    return this.listing.page(actor, query);
  }

  @Get('facets')
  @Allow('read', 'Partner')
  @Answer(partnerFacets)
  facets(@CurrentActor() actor: PersonActor): Promise<z.output<typeof partnerFacets>> {
    return this.listing.facets(actor);
  }

  @Get('export')
  @Allow('update', 'Partner')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: partnerExportQuery }) query: z.output<typeof partnerExportQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.exporting.run(actor, query);
    void reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store');
    return Buffer.from(file.bytes);
  }

  @Get(':partnerId')
  @Allow('read', 'Partner')
  @Answer(partner)
  read(
    @CurrentActor() actor: PersonActor,
    @Param('partnerId', { schema: idSchema }) partnerId: string,
  ): Promise<Partner> {
    return this.reading.run(actor, partnerId);
  }

  @Post()
  @Allow('create', 'Partner')
  @Answer(created, 201)
  add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: partnerInput }) input: z.output<typeof partnerInput>,
  ): Promise<z.output<typeof created>> {
    return this.keeping.add(actor, input);
  }

  @Put(':partnerId')
  @Allow('update', 'Partner')
  @Answer(partner)
  async edit(
    @CurrentActor() actor: PersonActor,
    @Param('partnerId', { schema: idSchema }) partnerId: string,
    @IfMatch() version: number,
    @Body({ schema: partnerInput }) input: z.output<typeof partnerInput>,
  ): Promise<Partner> {
    await this.keeping.edit(actor, partnerId, version, input);
    return this.reading.run(actor, partnerId);
  }

  @Post(':partnerId/membership-changes')
  @Allow('update', 'Partner')
  @Answer(partner)
  async changeMembership(
    @CurrentActor() actor: PersonActor,
    @Param('partnerId', { schema: idSchema }) partnerId: string,
    @IfMatch() version: number,
    @Body({ schema: changeMembership }) input: z.output<typeof changeMembership>,
  ): Promise<Partner> {
    await this.membership.run(actor, partnerId, version, input);
    return this.reading.run(actor, partnerId);
  }
}

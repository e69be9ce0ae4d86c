import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  created,
  disclosureRule,
  disclosureRuleInput,
  id as idSchema,
  indicatorDetail,
  indicatorInput,
  indicatorPage,
  indicatorQuery,
  indicatorSeries,
  metricSourceList,
  seriesQuery,
} from '#libs/api-schema';
import { Allow, Answer, CurrentActor, IfMatch, type PersonActor } from '#libs/platform';
import { type ExportedFile, ExportSeries } from '../application/export-series.js';
import { KeepIndicator } from '../application/keep-indicator.js';
import { SetDisclosureRule } from '../application/set-disclosure-rule.js';
import { ShowIndicators } from '../application/show-indicators.query.js';

/** Indicators with their figures: as JSON, as CSV and as an Excel workbook, hidden alike in all. */
@Controller('api/v1/alliances/:allianceId')
export class IndicatorsController {
  constructor(
    private readonly show: ShowIndicators,
    private readonly keeping: KeepIndicator,
    private readonly exporting: ExportSeries,
    private readonly disclosure: SetDisclosureRule,
  ) {}

  @Get('indicators')
  @Allow('read', 'Indicator')
  @Answer(indicatorPage)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: indicatorQuery }) query: z.output<typeof indicatorQuery>,
  ) {
    return this.show.page(actor, query);
  }

  @Post('indicators')
  @Allow('create', 'Indicator')
  @Answer(created, 201)
  async add(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: indicatorInput }) input: z.output<typeof indicatorInput>,
  ) {
    return this.keeping.add(actor, input);
  }

  @Get('indicators/:id')
  @Allow('read', 'Indicator')
  @Answer(indicatorDetail)
  async detail(@CurrentActor() actor: PersonActor, @Param('id', { schema: idSchema }) id: string) {
    return this.show.detail(actor, id);
  }

  @Put('indicators/:id')
  @Allow('update', 'Indicator')
  @Answer(indicatorDetail)
  async edit(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() expected: number,
    @Body({ schema: indicatorInput }) input: z.output<typeof indicatorInput>,
  ) {
    await this.keeping.edit(actor, id, expected, input);
    return this.show.detail(actor, id);
  }

  @Get('indicators/:id/series')
  @Allow('read', 'Indicator')
  @Answer(indicatorSeries)
  async series(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: seriesQuery }) query: z.output<typeof seriesQuery>,
  ) {
    return this.show.series(actor, id, query);
  }

  @Get('indicators/:id/series.csv')
  @Allow('read', 'Indicator')
  @ApiProduces('text/csv')
  async csv(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: seriesQuery }) query: z.output<typeof seriesQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return send(reply, await this.exporting.csv(actor, id, query));
  }

  @Get('indicators/:id/series.xlsx')
  @Allow('read', 'Indicator')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async xlsx(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: seriesQuery }) query: z.output<typeof seriesQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return send(reply, await this.exporting.xlsx(actor, id, query));
  }

  @Get('metric-sources')
  @Allow('create', 'Indicator')
  @Answer(metricSourceList)
  metricSources() {
    return this.show.metricSources();
  }

  @Get('disclosure-rule')
  @Allow('read', 'Indicator')
  @Answer(disclosureRule)
  async rule(@CurrentActor() actor: PersonActor) {
    return this.disclosure.show(actor);
  }

  @Put('disclosure-rule')
  @Allow('update', 'DisclosureRule')
  @Answer(disclosureRule)
  async setRule(
    @CurrentActor() actor: PersonActor,
    @IfMatch() expected: number,
    @Body({ schema: disclosureRuleInput }) input: z.output<typeof disclosureRuleInput>,
  ) {
    await this.disclosure.run(actor, input.suppressBelow, expected);
    return this.disclosure.show(actor);
  }
}

function send(reply: FastifyReply, { name, mediaType, bytes }: ExportedFile): Buffer {
  void reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store');
  return Buffer.from(bytes);
}

import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import {
  id as idSchema,
  observationInput,
  observationList,
  observationStepInput,
  periodKey,
} from '#libs/api-schema';
import { Allow, Answer, CurrentActor, IfMatch, type PersonActor } from '#libs/platform';
import { ReportObservation } from '../application/report-observation.js';
import { ShowIndicators } from '../application/show-indicators.query.js';

/** What is reported for an indicator, period by period. */
@Controller('api/v1/alliances/:allianceId/indicators/:id/observations')
export class ObservationsController {
  constructor(
    private readonly show: ShowIndicators,
    private readonly reporting: ReportObservation,
  ) {}

  @Get()
  @Allow('report', 'Indicator')
  @Answer(observationList)
  async list(@CurrentActor() actor: PersonActor, @Param('id', { schema: idSchema }) id: string) {
    return this.show.reported(actor, id);
  }

  @Put(':period')
  @Allow('report', 'Indicator')
  @Answer(observationList)
  async enter(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('period', { schema: periodKey }) period: string,
    @IfMatch() expected: number,
    @Body({ schema: observationInput }) input: z.output<typeof observationInput>,
  ) {
    await this.reporting.enter(actor, id, period, expected, input);
    return this.show.reported(actor, id);
  }

  @Post(':period/steps')
  @Allow('report', 'Indicator')
  @Answer(observationList)
  async move(
    @CurrentActor() actor: PersonActor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('period', { schema: periodKey }) period: string,
    @IfMatch() expected: number,
    @Body({ schema: observationStepInput }) input: z.output<typeof observationStepInput>,
  ) {
    await this.reporting.move(actor, id, period, expected, input);
    return this.show.reported(actor, id);
  }
}

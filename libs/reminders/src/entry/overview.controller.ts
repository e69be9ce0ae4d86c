import { Body, Controller, Get, Put } from '@nestjs/common';
import type { z } from 'zod';
import { noteVisit, overview } from '#libs/api-schema';
import { Allow, Answer, AnswerNothing, CurrentActor, type PersonActor, UnitOfWork } from '#libs/platform';
import { ReadOverview } from '../application/overview.query.js';

/** The start page of an alliance: what needs me, and what changed since last time. */
@Controller('api/v1/alliances/:allianceId/overview')
export class OverviewController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly overview: ReadOverview,
  ) {}

  @Get()
  @Allow('read', 'Overview')
  @Answer(overview)
  async read(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof overview>> {
    const found = await this.unitOfWork.readAs(actor, (tx) => this.overview.read(tx, actor));
    if (!this.overview.canDescribe(found)) return found;
    return this.unitOfWork.actAs(actor, (tx) => this.overview.describe(tx, found));
  }

  @Put('visit')
  @Allow('read', 'Overview')
  @AnswerNothing()
  noteVisit(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: noteVisit }) _nothing: z.infer<typeof noteVisit>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.overview.noteVisit(tx, actor));
  }
}

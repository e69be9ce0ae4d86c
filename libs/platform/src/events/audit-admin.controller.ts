import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  anchorNow,
  anchors as anchorsSchema,
  anchorSetting,
  auditEntry,
  auditFacets,
  auditQuery,
  keepAnchorSetting,
  keptAnchorSetting,
} from '#libs/api-schema';
import { UnitOfWork } from '../database/unit-of-work.js';
import {
  AdminOnly,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  StepUp,
} from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import type { ListJson } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { AnchorProcessor } from './anchors/anchor.processor.js';
import { AnchorSetting } from './anchors/anchor-setting.js';
import { Anchors } from './anchors/anchors.js';
import { readAuditFacets } from './audit-facets.js';
import { AuditPage } from './audit-page.js';
import { HistoryWalls } from './history-walls.js';

const hour = 3_600_000;

/** The installation's own history, and the anchors of all histories. No alliance's events are here. */
@ApiTags('admin')
@Controller('api/v1/admin')
export class AuditAdminController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: AuditPage,
    private readonly anchors: Anchors,
    private readonly setting: AnchorSetting,
    private readonly making: AnchorProcessor,
    private readonly limits: RateLimits,
    private readonly walls: HistoryWalls,
  ) {}

  @Get('audit')
  @AdminOnly()
  @AnswerList(auditEntry)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: auditQuery }) query: z.output<typeof auditQuery>,
  ): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) => this.pages.read(tx, query));
  }

  @Get('audit/facets')
  @AdminOnly()
  @Answer(auditFacets)
  facets(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof auditFacets>> {
    return this.unitOfWork.readAs(actor, (tx) => readAuditFacets(tx, this.walls));
  }

  @Get('anchors')
  @AdminOnly()
  @Answer(anchorsSchema)
  async latest(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof anchorsSchema>> {
    return { items: await this.unitOfWork.readAs(actor, (tx) => this.anchors.list(tx)) };
  }

  @Post('anchors')
  @AdminOnly()
  @AnswerNothing()
  async make(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: anchorNow }) _nothing: z.infer<typeof anchorNow>,
  ): Promise<void> {
    await this.limits.take(`anchor:${actor.personId}`, 30, hour);
    await this.making.leaveNow();
  }

  @Get('anchor-setting')
  @AdminOnly()
  @Answer(anchorSetting)
  readSetting(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof anchorSetting>> {
    return this.unitOfWork.readAs(actor, (tx) => this.setting.read(tx));
  }

  @Put('anchor-setting')
  @AdminOnly()
  @StepUp()
  @Answer(keptAnchorSetting)
  async keepSetting(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: keepAnchorSetting }) given: z.output<typeof keepAnchorSetting>,
    @IfMatch() version: number,
  ): Promise<z.infer<typeof keptAnchorSetting>> {
    return {
      secret: await this.unitOfWork.actAs(actor, (tx) => this.setting.keep(tx, given, version)),
    };
  }
}

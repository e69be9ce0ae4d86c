import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  auditEntry,
  auditExport,
  auditExportQuery,
  auditFacets,
  auditQuery,
  auditVerification,
} from '#libs/api-schema';
import { Policies } from '../access/policies.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Allow, Answer, AnswerList, CurrentActor, StepUp } from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import type { ListJson } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { Audit } from './audit.js';
import { auditPolicy } from './audit.policy.js';

const quarter = 15 * 60_000;

/** The history of an alliance. */
@ApiTags('audit')
@Controller('api/v1/alliances/:allianceId/audit')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    policies: Policies,
  ) {
    policies.register(auditPolicy);
  }

  @Get()
  @Allow('read', 'Audit')
  @AnswerList(auditEntry)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: auditQuery }) query: z.output<typeof auditQuery>,
  ): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) => this.audit.page(tx, query));
  }

  @Get('facets')
  @Allow('read', 'Audit')
  @Answer(auditFacets)
  facets(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof auditFacets>> {
    return this.unitOfWork.readAs(actor, (tx) => this.audit.facets(tx));
  }

  @Post('export')
  @Allow('export', 'Audit')
  @StepUp()
  @Answer(auditExport)
  async export(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: auditExportQuery }) query: z.output<typeof auditExportQuery>,
  ): Promise<z.infer<typeof auditExport>> {
    await this.limits.take(`audit-export:${actor.allianceId}`, 20, quarter);
    return this.unitOfWork.actAs(actor, (tx) => this.audit.export(tx, query, actor.locale));
  }

  /** Reads the alliance's whole chain: a few times a quarter of an hour is enough for anybody. */
  @Get('verification')
  @Allow('verify', 'Audit')
  @Answer(auditVerification)
  async verify(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof auditVerification>> {
    await this.limits.take(`audit-verification:${actor.allianceId}`, 6, quarter);
    return this.unitOfWork.readAs(actor, (tx) => this.audit.verify(tx));
  }
}

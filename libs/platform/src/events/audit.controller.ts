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
import type { ListJson } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { Audit } from './audit.js';
import { auditPolicy } from './audit.policy.js';

/** The history of an alliance. */
@ApiTags('audit')
@Controller('api/v1/alliances/:allianceId/audit')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
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
  export(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: auditExportQuery }) query: z.output<typeof auditExportQuery>,
  ): Promise<z.infer<typeof auditExport>> {
    return this.unitOfWork.actAs(actor, (tx) => this.audit.export(tx, query, actor.locale));
  }

  @Get('verification')
  @Allow('verify', 'Audit')
  @Answer(auditVerification)
  verify(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof auditVerification>> {
    return this.unitOfWork.readAs(actor, (tx) => this.audit.verify(tx));
  }
}

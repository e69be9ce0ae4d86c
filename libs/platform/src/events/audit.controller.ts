import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type ErrorCode,
  auditEntry,
  auditExport,
  auditExportQuery,
  auditFacets,
  auditQuery,
  beginHistoryCheck,
  historyCheck,
  latestHistoryCheck,
} from '#libs/api-schema';
import { DomainError, isDomainError } from '#libs/kernel';
import { Policies } from '../access/policies.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Allow, Answer, AnswerList, CurrentActor, StepUp } from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import type { ListJson } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { exportAudit } from './audit-export.js';
import { readAuditFacets } from './audit-facets.js';
import { AuditPage, isAboutPerson } from './audit-page.js';
import { auditPolicy } from './audit.policy.js';
import { HistoryChecks } from './history-checks.js';
import { HistoryWalls } from './history-walls.js';

const quarter = 15 * 60_000;

/** The history of an alliance. */
@ApiTags('audit')
@Controller('api/v1/alliances/:allianceId/audit')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: AuditPage,
    private readonly checks: HistoryChecks,
    private readonly limits: RateLimits,
    private readonly walls: HistoryWalls,
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
    const read = (tx: Transaction): Promise<ListJson> => this.pages.read(tx, query);
    // Reading of a person writes into the log of access.
    return isAboutPerson(query) ? this.unitOfWork.actAs(actor, read) : this.unitOfWork.readAs(actor, read);
  }

  @Get('facets')
  @Allow('read', 'Audit')
  @Answer(auditFacets)
  facets(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof auditFacets>> {
    return this.unitOfWork.readAs(actor, (tx) => readAuditFacets(tx, this.walls));
  }

  @Post('export')
  @Allow('export', 'Audit')
  @StepUp()
  @Answer(auditExport)
  async export(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: auditExportQuery }) query: z.output<typeof auditExportQuery>,
  ): Promise<z.infer<typeof auditExport>> {
    await this.limit(actor, 'audit/exported-often', 20);
    return this.unitOfWork.actAs(actor, (tx) => exportAudit(tx, this.walls, query, actor.locale));
  }

  @Get('verification')
  @Allow('verify', 'Audit')
  @Answer(latestHistoryCheck)
  async latestCheck(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof latestHistoryCheck>> {
    return { check: await this.unitOfWork.readAs(actor, (tx) => this.checks.latest(tx)) };
  }

  /** Reads the alliance's whole chain, in a job: a few times a quarter of an hour is enough for anybody. */
  @Post('verification')
  @Allow('verify', 'Audit')
  @Answer(historyCheck, 202)
  async verify(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: beginHistoryCheck }) _nothing: z.infer<typeof beginHistoryCheck>,
  ): Promise<z.infer<typeof historyCheck>> {
    const latest = await this.unitOfWork.readAs(actor, (tx) => this.checks.latest(tx));
    if (latest?.state === 'running') return latest;
    await this.limit(actor, 'audit/checked-often', 6);
    return this.unitOfWork.actAs(actor, (tx) => this.checks.begin(tx));
  }

  /** So many a quarter of an hour for the whole alliance. @throws DomainError `refusal`, with the minutes to wait */
  private async limit(
    { allianceId }: PersonActor,
    refusal: 'audit/checked-often' | 'audit/exported-often',
    most: number,
  ): Promise<void> {
    try {
      await this.limits.take(`${refusal}:${allianceId}`, most, quarter);
    } catch (error) {
      if (!isDomainError<ErrorCode>(error, 'platform/too-many-requests')) throw error;
      const seconds = Number(error.params['seconds']);
      throw new DomainError<ErrorCode>(refusal, { most, seconds, minutes: Math.ceil(seconds / 60) });
    }
  }
}

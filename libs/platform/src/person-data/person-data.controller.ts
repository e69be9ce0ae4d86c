import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  Post,
  Put,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  accessLogPage,
  allianceSubjectKind,
  changeRetention,
  erasePerson,
  erasureDone,
  erasureList,
  erasurePreview,
  id,
  personDataExport,
  type PersonSubjectKind,
  retentionPreview,
  retentionPreviewQuery,
  retentionRuleName,
  retentionRules,
} from '#libs/api-schema';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Allow, Answer, CurrentActor, IfMatch, StepUp } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { AccessLog } from './access-log.query.js';
import { ErasePerson } from './erase-person.js';
import { Erasures } from './erasures.js';
import { ExportPersonData, type PersonDataExport } from './export-person-data.js';
import { PersonDataZip } from './person-data-zip.js';
import { sendPersonData, sendPersonDataZip } from './send-person-data.js';
import { RetentionSettings } from './retention-settings.js';

/** What an alliance keeps about people: handed out, erased, outdated, and who has seen it. */
@ApiTags('person data')
@Controller('api/v1/alliances/:allianceId')
export class PersonDataController {
  constructor(
    private readonly exporting: ExportPersonData,
    private readonly zip: PersonDataZip,
    private readonly erasing: ErasePerson,
    private readonly erasures: Erasures,
    private readonly accessLog: AccessLog,
    private readonly retention: RetentionSettings,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('person-data/:subjectKind/:subjectId')
  @Allow('read', 'PersonData')
  @StepUp()
  @Answer(personDataExport)
  @Header('cache-control', 'private, no-store')
  export(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
  ): Promise<PersonDataExport> {
    return this.exporting.of(actor, { kind, id: subjectId }, 'json').then(({ data }) => data);
  }

  @Get('person-data/:subjectKind/:subjectId/pdf')
  @Allow('read', 'PersonData')
  @StepUp()
  @ApiProduces('application/pdf')
  async exportPdf(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { data } = await this.exporting.of(actor, { kind, id: subjectId }, 'pdf');
    return sendPersonData(reply, data, actor.locale);
  }

  @Get('person-data/:subjectKind/:subjectId/zip')
  @Allow('read', 'PersonData')
  @StepUp()
  @ApiProduces('application/zip')
  async exportZip(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const handed = await this.exporting.of(actor, { kind, id: subjectId }, 'zip');
    return sendPersonDataZip(reply, this.zip, handed, actor.locale);
  }

  @Get('person-data/:subjectKind/:subjectId/access-log')
  @Allow('read', 'PersonData')
  @Answer(accessLogPage)
  @Header('cache-control', 'private, no-store')
  seen(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
  ): Promise<z.output<typeof accessLogPage>> {
    return this.accessLog.page(actor, { kind, id: subjectId });
  }

  @Get('person-data/:subjectKind/:subjectId/erasure')
  @Allow('read', 'PersonData')
  @Answer(erasurePreview)
  @Header('cache-control', 'private, no-store')
  previewErasure(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
  ): Promise<z.output<typeof erasurePreview>> {
    return this.erasing.preview(actor, { kind, id: subjectId });
  }

  @Post('person-data/:subjectKind/:subjectId/erasure')
  @Allow('delete', 'PersonData')
  @StepUp()
  @Answer(erasureDone)
  erase(
    @CurrentActor() actor: PersonActor,
    @Param('subjectKind', { schema: allianceSubjectKind }) kind: PersonSubjectKind,
    @Param('subjectId', { schema: id }) subjectId: string,
    @Body({ schema: erasePerson }) _confirmed: z.output<typeof erasePerson>,
  ): Promise<z.output<typeof erasureDone>> {
    return this.erasing.ask(actor, { kind, id: subjectId });
  }

  @Get('erasures')
  @Allow('read', 'RetentionRule')
  @Answer(erasureList)
  listErasures(@CurrentActor() actor: PersonActor): Promise<z.output<typeof erasureList>> {
    return this.unitOfWork.readAs(actor, (tx) => this.erasures.list(tx));
  }

  @Get('retention')
  @Allow('read', 'RetentionRule')
  @Answer(retentionRules)
  readRetention(@CurrentActor() actor: PersonActor): Promise<z.output<typeof retentionRules>> {
    return this.retention.read(actor);
  }

  @Get('retention/:name/preview')
  @Allow('update', 'RetentionRule')
  @Answer(retentionPreview)
  previewRetention(
    @CurrentActor() actor: PersonActor,
    @Param('name', { schema: retentionRuleName }) name: string,
    @Query({ schema: retentionPreviewQuery }) { months }: z.output<typeof retentionPreviewQuery>,
  ): Promise<z.output<typeof retentionPreview>> {
    return this.retention.preview(actor, name, months);
  }

  @Put('retention/:name')
  @Allow('update', 'RetentionRule')
  @Answer(retentionRules)
  changeRetention(
    @CurrentActor() actor: PersonActor,
    @Param('name', { schema: retentionRuleName }) name: string,
    @IfMatch() version: number,
    @Body({ schema: changeRetention }) { months }: z.output<typeof changeRetention>,
  ): Promise<z.output<typeof retentionRules>> {
    return this.retention.change(actor, name, version, months);
  }
}

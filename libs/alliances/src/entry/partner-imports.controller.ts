import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  created,
  type ErrorCode,
  id as idSchema,
  importRow,
  importRowQuery,
  matchColumns,
  mendedRow,
  mendRow,
  partnerImport,
  partnerImportList,
  runImport,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import {
  Allow,
  Answer,
  AnswerList,
  CurrentActor,
  type ListJson,
  type PersonActor,
  uploadLimit,
} from '#libs/platform';
import { ReadImport } from '../application/import.query.js';
import { MendImport } from '../application/mend-import.js';
import { RunImport } from '../application/run-import.js';
import { UndoImport } from '../application/undo-import.js';
import { UploadImport } from '../application/upload-import.js';

type Import = z.output<typeof partnerImport>;

/** Partner lists brought in from spreadsheets: upload, preview, mend, carry out, undo. */
@ApiTags('partner-imports')
@Controller('api/v1/alliances/:allianceId/partner-imports')
export class PartnerImportsController {
  constructor(
    private readonly uploading: UploadImport,
    private readonly reading: ReadImport,
    private readonly mending: MendImport,
    private readonly running: RunImport,
    private readonly undoing: UndoImport,
  ) {}

  @Get()
  @Allow('read', 'PartnerImport')
  @Answer(partnerImportList)
  list(@CurrentActor() actor: PersonActor): Promise<z.output<typeof partnerImportList>> {
    return this.reading.list(actor);
  }

  @Post()
  @Allow('create', 'PartnerImport')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Answer(created, 201)
  async upload(
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
  ): Promise<z.output<typeof created>> {
    return this.uploading.upload(actor, await uploadedFile(request));
  }

  @Get(':importId')
  @Allow('read', 'PartnerImport')
  @Answer(partnerImport)
  read(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
  ): Promise<Import> {
    return this.reading.read(actor, importId);
  }

  @Get(':importId/rows')
  @Allow('read', 'PartnerImport')
  @AnswerList(importRow)
  rows(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
    @Query({ schema: importRowQuery }) query: z.output<typeof importRowQuery>,
  ): Promise<ListJson> {
    return this.reading.rows(actor, importId, query);
  }

  @Put(':importId/columns')
  @Allow('update', 'PartnerImport')
  @Answer(partnerImport)
  async matchColumns(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
    @Body({ schema: matchColumns }) input: z.output<typeof matchColumns>,
  ): Promise<Import> {
    await this.mending.matchColumns(actor, importId, input.columns);
    return this.reading.read(actor, importId);
  }

  @Patch(':importId/rows/:rowId')
  @Allow('update', 'PartnerImport')
  @Answer(mendedRow)
  async mendRow(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
    @Param('rowId', { schema: idSchema }) rowId: string,
    @Body({ schema: mendRow }) input: z.output<typeof mendRow>,
  ): Promise<z.output<typeof mendedRow>> {
    await this.mending.mendRow(actor, importId, rowId, input);
    return this.reading.row(actor, importId, rowId);
  }

  @Post(':importId/run')
  @Allow('update', 'PartnerImport')
  @Answer(partnerImport)
  async run(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
    @Body({ schema: runImport }) input: z.output<typeof runImport>,
  ): Promise<Import> {
    await this.running.start(actor, importId, input.leaveOutProblems);
    return this.reading.read(actor, importId);
  }

  @Post(':importId/undo')
  @Allow('update', 'PartnerImport')
  @Answer(partnerImport)
  async undo(
    @CurrentActor() actor: PersonActor,
    @Param('importId', { schema: idSchema }) importId: string,
  ): Promise<Import> {
    await this.undoing.start(actor, importId);
    return this.reading.read(actor, importId);
  }
}

/** @throws DomainError alliances/file-needed, platform/too-large */
async function uploadedFile(
  request: FastifyRequest,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw new DomainError<ErrorCode>('alliances/file-needed', {}, 'file');
  const bytes = await part.toBuffer().catch(refuseLarge);
  // The plugin misses a limit that falls on the last piece it reads.
  if (part.file.truncated) throw tooLarge();
  return { name: part.filename, mediaType: part.mimetype, bytes };
}

function refuseLarge(error: unknown): never {
  throw (error as { statusCode?: number }).statusCode === 413 ? tooLarge() : error;
}

function tooLarge(): DomainError<ErrorCode> {
  return new DomainError('platform/too-large', { limit: `${String(uploadLimit / 1024 / 1024)} MB` }, 'file');
}

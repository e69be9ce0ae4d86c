import { Body, Controller, Get, Header, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { erasePerson, erasureDone, erasurePreview, id, personDataExport } from '#libs/api-schema';
import { AdminOnly, Answer, CurrentActor, SignedIn, StepUp } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { ErasePerson } from './erase-person.js';
import { ExportPersonData, type PersonDataExport } from './export-person-data.js';
import { PersonDataZip } from './person-data-zip.js';
import { sendPersonData, sendPersonDataZip } from './send-person-data.js';

/** Somebody's own data, and the erasure of an account by its owner or an administrator. */
@ApiTags('person data')
@Controller('api/v1')
export class OwnPersonDataController {
  constructor(
    private readonly exporting: ExportPersonData,
    private readonly zip: PersonDataZip,
    private readonly erasing: ErasePerson,
  ) {}

  @Get('me/person-data')
  @SignedIn()
  @StepUp()
  @Answer(personDataExport)
  @Header('cache-control', 'private, no-store')
  export(@CurrentActor() actor: PersonActor): Promise<PersonDataExport> {
    return this.exporting.ofAccount(actor.personId, 'json', actor).then(({ data }) => data);
  }

  @Get('me/person-data/pdf')
  @SignedIn()
  @StepUp()
  @ApiProduces('application/pdf')
  async exportPdf(
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { data } = await this.exporting.ofAccount(actor.personId, 'pdf', actor);
    return sendPersonData(reply, data, actor.locale);
  }

  @Get('me/person-data/zip')
  @SignedIn()
  @StepUp()
  @ApiProduces('application/zip')
  async exportZip(
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const handed = await this.exporting.ofAccount(actor.personId, 'zip', actor);
    return sendPersonDataZip(reply, this.zip, handed, actor.locale);
  }

  @Get('me/erasure')
  @SignedIn()
  @Answer(erasurePreview)
  @Header('cache-control', 'private, no-store')
  preview(@CurrentActor() actor: PersonActor): Promise<z.output<typeof erasurePreview>> {
    return this.erasing.previewAccount(actor.personId);
  }

  @Post('me/erasure')
  @SignedIn()
  @StepUp()
  @Answer(erasureDone)
  erase(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: erasePerson }) _confirmed: z.output<typeof erasePerson>,
  ): Promise<z.output<typeof erasureDone>> {
    return this.erasing.ask(actor, { kind: 'person', id: actor.personId });
  }

  @Get('admin/people/:personId/erasure')
  @AdminOnly()
  @Answer(erasurePreview)
  @Header('cache-control', 'private, no-store')
  previewOf(@Param('personId', { schema: id }) personId: string): Promise<z.output<typeof erasurePreview>> {
    return this.erasing.previewAccount(personId);
  }

  @Post('admin/people/:personId/erasure')
  @AdminOnly()
  @StepUp()
  @Answer(erasureDone)
  eraseOther(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: id }) personId: string,
    @Body({ schema: erasePerson }) _confirmed: z.output<typeof erasePerson>,
  ): Promise<z.output<typeof erasureDone>> {
    return this.erasing.ask(actor, { kind: 'person', id: personId });
  }
}

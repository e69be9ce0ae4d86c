import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { alliance, createAlliance, created, editAlliance } from '#libs/api-schema';
import { Allow, Answer, CurrentActor, IfMatch, type PersonActor, SignedIn, UnitOfWork } from '#libs/platform';
import { AllianceSettingsStore } from '../application/alliance-settings.js';
import { CreateAlliance } from '../application/create-alliance.js';

const createdAlliance = created.extend({ slug: z.string() });

/** Alliances and what they say of themselves. */
@ApiTags('alliances')
@Controller('api/v1/alliances')
export class AlliancesController {
  constructor(
    private readonly creating: CreateAlliance,
    private readonly settings: AllianceSettingsStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Post()
  @SignedIn()
  @Answer(createdAlliance, 201)
  create(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: createAlliance }) input: z.output<typeof createAlliance>,
  ): Promise<z.output<typeof createdAlliance>> {
    return this.creating.run(actor, input);
  }

  @Get(':allianceId')
  @Allow('read', 'Alliance')
  @Answer(alliance)
  read(@CurrentActor() actor: PersonActor): Promise<z.output<typeof alliance>> {
    return this.unitOfWork.readAs(actor, (tx) => this.settings.read(tx));
  }

  @Put(':allianceId')
  @Allow('update', 'Alliance')
  @Answer(alliance)
  edit(
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number,
    @Body({ schema: editAlliance }) input: z.output<typeof editAlliance>,
  ): Promise<z.output<typeof alliance>> {
    return this.settings.edit(actor, version, input);
  }
}

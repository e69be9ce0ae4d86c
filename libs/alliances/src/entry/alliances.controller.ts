import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  addMember,
  alliance,
  createAlliance,
  created,
  editAlliance,
  id as idSchema,
  memberList,
} from '#libs/api-schema';
import {
  Allow,
  Answer,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  type PersonActor,
  SignedIn,
  UnitOfWork,
} from '#libs/platform';
import { AllianceSettingsStore } from '../application/alliance-settings.js';
import { CreateAlliance } from '../application/create-alliance.js';
import { Members } from '../application/members.js';

const createdAlliance = created.extend({ slug: z.string() });

/** Alliances and the people in them. */
@ApiTags('alliances')
@Controller('api/v1/alliances')
export class AlliancesController {
  constructor(
    private readonly creating: CreateAlliance,
    private readonly settings: AllianceSettingsStore,
    private readonly members: Members,
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

  @Get(':allianceId/members')
  @Allow('read', 'Member')
  @Answer(memberList)
  listMembers(@CurrentActor() actor: PersonActor): Promise<z.output<typeof memberList>> {
    return this.members.list(actor);
  }

  @Post(':allianceId/members')
  @Allow('create', 'Member')
  @Answer(created, 201)
  addMember(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: addMember }) input: z.output<typeof addMember>,
  ): Promise<z.output<typeof created>> {
    return this.members.add(actor, input);
  }

  @Delete(':allianceId/members/:memberId')
  @Allow('delete', 'Member')
  @AnswerNothing()
  endMember(
    @CurrentActor() actor: PersonActor,
    @Param('memberId', { schema: idSchema }) memberId: string,
  ): Promise<void> {
    return this.members.end(actor, memberId);
  }
}

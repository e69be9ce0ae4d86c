import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  id as idSchema,
  mergePeople,
  mergePreview,
  mergePreviewQuery,
  personDetail,
  personListItem,
  personListQuery,
  setAdministrator,
} from '#libs/api-schema';
import { AdminOnly, Answer, AnswerList, AnswerNothing, CurrentActor, StepUp } from '../../http/decorators.js';
import type { ListJson } from '../../read-model/list.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { CloseAccess } from './close-access.js';
import { MergePeople } from './merge-people.js';
import { ReadPeople } from './people.query.js';

type Detail = z.output<typeof personDetail>;

/** The installation's people, for its administrator. */
@ApiTags('administration')
@Controller('api/v1/admin/people')
export class PeopleController {
  constructor(
    private readonly reading: ReadPeople,
    private readonly access: CloseAccess,
    private readonly merging: MergePeople,
  ) {}

  @Get()
  @AdminOnly()
  @AnswerList(personListItem)
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: personListQuery }) query: z.output<typeof personListQuery>,
  ): Promise<ListJson> {
    return this.reading.page(actor, query);
  }

  @Get(':personId')
  @AdminOnly()
  @Answer(personDetail)
  read(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<Detail> {
    return this.reading.run(actor, personId);
  }

  @Post(':personId/deactivate')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  deactivate(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<void> {
    return this.access.close(actor, personId);
  }

  @Post(':personId/reactivate')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  reactivate(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
  ): Promise<void> {
    return this.access.open(actor, personId);
  }

  @Post(':personId/administrator')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  setAdministrator(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: setAdministrator }) { isAdmin }: z.output<typeof setAdministrator>,
  ): Promise<void> {
    return this.access.setAdministrator(actor, personId, isAdmin);
  }

  @Get(':personId/merge')
  @AdminOnly()
  @Answer(mergePreview)
  preview(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Query({ schema: mergePreviewQuery }) { fromId }: z.output<typeof mergePreviewQuery>,
  ): Promise<z.output<typeof mergePreview>> {
    return this.reading.previewMerge(actor, personId, fromId);
  }

  @Post(':personId/merge')
  @AdminOnly()
  @StepUp()
  @AnswerNothing()
  merge(
    @CurrentActor() actor: PersonActor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: mergePeople }) { fromId }: z.output<typeof mergePeople>,
  ): Promise<void> {
    return this.merging.run(actor, personId, fromId);
  }
}

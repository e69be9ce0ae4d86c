import { Body, Controller, Delete, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { created, loadExample } from '#libs/api-schema';
import { AdminOnly, Allow, Answer, AnswerNothing, CurrentActor, type PersonActor } from '#libs/platform';
import { LoadExample } from '../application/load-example.js';
import { RemoveExample } from '../application/remove-example.js';

const createdAlliance = created.extend({ slug: z.string() });

/** The example alliance: on offer, never by itself. */
@ApiTags('alliances')
@Controller('api/v1')
export class ExamplesController {
  constructor(
    private readonly loading: LoadExample,
    private readonly removing: RemoveExample,
  ) {}

  @Post('example-alliances')
  @AdminOnly()
  @Answer(createdAlliance, 201)
  load(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: loadExample }) input: z.output<typeof loadExample>,
  ): Promise<z.output<typeof createdAlliance>> {
    return this.loading.run(actor, input.example);
  }

  @Delete('alliances/:allianceId/example')
  @Allow('update', 'Alliance')
  @AnswerNothing()
  remove(@CurrentActor() actor: PersonActor): Promise<void> {
    return this.removing.run(actor);
  }
}

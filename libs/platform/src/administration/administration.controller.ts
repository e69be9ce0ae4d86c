import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  id,
  installation,
  installationAlliances,
  installationJobs,
  noJobInput,
  retriedJobs,
  retryDeadJobs,
} from '#libs/api-schema';
import { AdminOnly, Answer, AnswerNothing, CurrentActor } from '../http/decorators.js';
import type { PersonActor } from '../tenancy/actor.js';
import { KeepJobs } from './keep-jobs.js';
import { ListAlliances } from './list-alliances.query.js';
import { ShowInstallation } from './show-installation.query.js';

type Nothing = z.infer<typeof noJobInput>;

/** What whoever runs the installation sees and does. No alliance's content is among it. */
@ApiTags('administration')
@Controller('api/v1/admin')
export class AdministrationController {
  constructor(
    private readonly shown: ShowInstallation,
    private readonly alliances: ListAlliances,
    private readonly jobs: KeepJobs,
  ) {}

  @Get('installation')
  @AdminOnly()
  @Answer(installation)
  installation(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof installation>> {
    return this.shown.run(actor);
  }

  @Get('alliances')
  @AdminOnly()
  @Answer(installationAlliances)
  async listAlliances(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof installationAlliances>> {
    return { items: await this.alliances.run(actor) };
  }

  @Get('jobs')
  @AdminOnly()
  @Answer(installationJobs)
  showJobs(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof installationJobs>> {
    return this.jobs.show(actor);
  }

  @Post('jobs/retry-dead')
  @AdminOnly()
  @Answer(retriedJobs)
  async retryAll(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: retryDeadJobs }) { queue }: z.infer<typeof retryDeadJobs>,
  ): Promise<z.infer<typeof retriedJobs>> {
    return { retried: await this.jobs.retryAll(actor, queue) };
  }

  @Post('jobs/:jobId/retry')
  @AdminOnly()
  @AnswerNothing()
  retry(
    @CurrentActor() actor: PersonActor,
    @Param('jobId', { schema: id }) jobId: string,
    @Body({ schema: noJobInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.jobs.retry(actor, jobId);
  }

  @Post('jobs/:jobId/cancel')
  @AdminOnly()
  @AnswerNothing()
  cancel(
    @CurrentActor() actor: PersonActor,
    @Param('jobId', { schema: id }) jobId: string,
    @Body({ schema: noJobInput }) _nothing: Nothing,
  ): Promise<void> {
    return this.jobs.cancel(actor, jobId);
  }
}

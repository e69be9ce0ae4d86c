import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  actOnWebhook,
  created,
  id as idSchema,
  keepWebhook,
  replayed,
  replayWebhook,
  resumeWebhook,
  webhookMessage,
  webhookMessageDetail,
  webhookMessagesQuery,
  webhooks as webhooksSchema,
  webhookSecret,
} from '#libs/api-schema';
import { Policies } from '../access/policies.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import {
  Allow,
  Answer,
  AnswerList,
  AnswerNothing,
  CurrentActor,
  IfMatch,
  StepUp,
} from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import type { ListJson } from '../read-model/list.js';
import type { PersonActor } from '../tenancy/actor.js';
import { webhookPolicy } from './webhook.policy.js';
import { listMessages, readMessage } from './webhook-log.js';
import { WebhookMessages } from './webhook-messages.js';
import { WebhookStates } from './webhook-states.js';
import { Webhooks } from './webhooks.js';

const hour = 3_600_000;
type Nothing = z.infer<typeof actOnWebhook>;

/** The systems an alliance tells of what happens. */
@ApiTags('webhooks')
@Controller('api/v1/alliances/:allianceId/webhooks')
export class WebhookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessages,
    private readonly states: WebhookStates,
    private readonly limits: RateLimits,
    policies: Policies,
  ) {
    policies.register(webhookPolicy);
  }

  @Get()
  @Allow('read', 'Webhook')
  @Answer(webhooksSchema)
  list(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof webhooksSchema>> {
    return this.unitOfWork.readAs(actor, (tx) => this.webhooks.list(tx));
  }

  @Post()
  @Allow('create', 'Webhook')
  @StepUp()
  @Answer(webhookSecret, 201)
  create(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: keepWebhook }) given: z.output<typeof keepWebhook>,
  ): Promise<z.infer<typeof webhookSecret>> {
    return this.unitOfWork.actAs(actor, (tx) => this.webhooks.create(tx, given));
  }

  @Put(':webhookId')
  @Allow('update', 'Webhook')
  @StepUp()
  @AnswerNothing()
  change(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: keepWebhook }) given: z.output<typeof keepWebhook>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.webhooks.change(tx, id, given, version));
  }

  @Delete(':webhookId')
  @Allow('delete', 'Webhook')
  @AnswerNothing()
  remove(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.webhooks.remove(tx, id));
  }

  @Post(':webhookId/secret')
  @Allow('update', 'Webhook')
  @StepUp()
  @Answer(webhookSecret, 201)
  async rotate(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<z.infer<typeof webhookSecret>> {
    return { id, secret: await this.unitOfWork.actAs(actor, (tx) => this.webhooks.rotate(tx, id)) };
  }

  @Post(':webhookId/pause')
  @Allow('update', 'Webhook')
  @AnswerNothing()
  pause(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.states.pause(tx, id));
  }

  @Post(':webhookId/resume')
  @Allow('update', 'Webhook')
  @AnswerNothing()
  resume(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: resumeWebhook }) { catchUp }: z.output<typeof resumeWebhook>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.states.resume(tx, id, catchUp));
  }

  @Post(':webhookId/test')
  @Allow('update', 'Webhook')
  @Answer(created, 201)
  async test(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<z.infer<typeof created>> {
    await this.limits.take(`webhook-test:${actor.allianceId}`, 60, hour);
    return { id: await this.unitOfWork.actAs(actor, (tx) => this.messages.test(tx, id)) };
  }

  @Post(':webhookId/replay')
  @Allow('update', 'Webhook')
  @Answer(replayed, 201)
  async replay(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: replayWebhook }) { since }: z.output<typeof replayWebhook>,
  ): Promise<z.infer<typeof replayed>> {
    await this.limits.take(`webhook-replay:${actor.allianceId}`, 20, hour);
    const count = await this.unitOfWork.actAs(actor, (tx) =>
      this.messages.replaySince(tx, id, new Date(since)),
    );
    return { count };
  }

  @Get(':webhookId/messages')
  @Allow('read', 'Webhook')
  @AnswerList(webhookMessage)
  log(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Query({ schema: webhookMessagesQuery }) query: z.output<typeof webhookMessagesQuery>,
  ): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) => listMessages(tx, id, query));
  }

  @Get(':webhookId/messages/:messageId')
  @Allow('read', 'Webhook')
  @Answer(webhookMessageDetail)
  message(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Param('messageId', { schema: idSchema }) messageId: string,
  ): Promise<z.infer<typeof webhookMessageDetail>> {
    return this.unitOfWork.readAs(actor, (tx) => readMessage(tx, id, messageId));
  }

  @Post(':webhookId/messages/:messageId/replay')
  @Allow('update', 'Webhook')
  @AnswerNothing()
  replayOne(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Param('messageId', { schema: idSchema }) messageId: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.messages.replayOne(tx, id, messageId));
  }
}

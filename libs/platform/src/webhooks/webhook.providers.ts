import type { Provider, Type } from '@nestjs/common';
import { DeliverMessage } from './deliver-message.js';
import { WebhookFollower } from './follow-events.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookMessages } from './webhook-messages.js';
import { WebhookStates } from './webhook-states.js';
import { Webhooks } from './webhooks.js';

/** What webhooks bring into the platform module. */
export const webhookProviders: Provider[] = [
  Webhooks,
  WebhookMessages,
  WebhookStates,
  WebhookFollower,
  DeliverMessage,
];

/** The endpoints of webhooks. */
export const webhookControllers: Type[] = [WebhookController];

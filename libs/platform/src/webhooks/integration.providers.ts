import type { Provider, Type } from '@nestjs/common';
import { DeliverMessage } from './deliver-message.js';
import { ApiTokenController } from '../identity/api-tokens/api-token.controller.js';
import { ApiTokens } from '../identity/api-tokens/api-tokens.js';
import { WebhookFollower } from './follow-events.js';
import { IntegrationsAdminController } from './integrations-admin.controller.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookMessages } from './webhook-messages.js';
import { WebhookStates } from './webhook-states.js';
import { Webhooks } from './webhooks.js';

/** What webhooks and API tokens bring into the platform module. */
export const integrationProviders: Provider[] = [
  ApiTokens,
  Webhooks,
  WebhookMessages,
  WebhookStates,
  WebhookFollower,
  DeliverMessage,
];

/** The endpoints of webhooks and API tokens. */
export const integrationControllers: Type[] = [
  ApiTokenController,
  WebhookController,
  IntegrationsAdminController,
];

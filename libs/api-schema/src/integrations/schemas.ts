import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, plainDate } from '../lists.js';
import { tokenScopes } from './scopes.js';

const name = z.string().trim().min(1).max(100);
const url = z.string().trim().min(1).max(2000);

/** Make a token that works as oneself, within its scopes. */
export const createToken = z.strictObject({
  name,
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  expiresOn: plainDate,
});
/** A token, without the secret. */
export const apiToken = z.object({
  id,
  name: z.string(),
  /** How it begins, to recognise it by. */
  beginning: z.string(),
  scopes: z.array(z.string()),
  ownerId: id,
  ownerName: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
/** The tokens one may see. */
export const apiTokens = z.object({ items: z.array(apiToken) });
/** A new token: the only time it is shown. */
export const createdToken = z.object({ id, token: z.string() });

/** What a webhook is: where to, and what of. No types means all of them. */
export const keepWebhook = z.strictObject({
  name,
  url,
  types: z.array(z.string().max(100)).max(200).default([]),
});
/** Why a webhook rests. `administrator`: only the administrator ends it; `released`: the administrator has. */
export const pauseReasons = ['person', 'failing', 'gone', 'administrator', 'released'] as const;
/** A webhook, without its secret. */
export const webhook = z.object({
  id,
  name: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  state: z.enum(['active', 'paused']),
  pauseReason: z.enum(pauseReasons).nullable(),
  failingSince: instant.nullable(),
  previousSecretUntil: instant.nullable(),
  waiting: z.number().int(),
  lastDeliveredAt: instant.nullable(),
  createdAt: instant,
  version: z.number().int(),
});
/** The webhooks of an alliance, and the types of events they may be told of. */
export const webhooks = z.object({ items: z.array(webhook), types: z.array(z.string()) });
/** A webhook with its new secret: the only time it is shown. */
export const webhookSecret = z.object({ id, secret: z.string() });
/** Start again: with what happened meanwhile, or from now on. */
export const resumeWebhook = z.strictObject({ catchUp: z.boolean() });
/** Send everything since an instant again. */
export const replayWebhook = z.strictObject({ since: instant });
/** How many messages were set to be sent again. */
export const replayed = z.object({ count: z.number().int() });
/** An act that says nothing more. */
export const actOnWebhook = z.strictObject({});

/** Where a message stands. */
export const messageStates = ['pending', 'delivered', 'failed'] as const;
/** A message to a webhook, and what became of the last attempt. */
export const webhookMessage = z.object({
  id,
  type: z.string(),
  eventId: id.nullable(),
  state: z.enum(messageStates),
  attempts: z.number().int(),
  status: z.number().int().nullable(),
  tookMs: z.number().int().nullable(),
  fault: z.string().nullable(),
  nextAt: instant.nullable(),
  createdAt: instant,
  attemptedAt: instant.nullable(),
});
/** Which messages. */
export const webhookMessagesQuery = listQuery(['created'], { state: oneOrMore(z.enum(messageStates)) });
/** One message with every attempt. */
export const webhookMessageDetail = webhookMessage.extend({
  body: z.string(),
  tries: z.array(
    z.object({
      attemptedAt: instant,
      status: z.number().int().nullable(),
      tookMs: z.number().int(),
      fault: z.string().nullable(),
      answer: z.string(),
    }),
  ),
});

/** A key or an address of some alliance, for the administrator: names and times, no content. */
export const installationIntegration = z.object({
  kind: z.enum(['token', 'webhook']),
  id,
  allianceId: id,
  allianceName: z.string(),
  name: z.string(),
  ownerName: z.string().nullable(),
  host: z.string().nullable(),
  state: z.enum(['active', 'paused', 'expired', 'revoked']),
  pauseReason: z.enum(pauseReasons).nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});
/** All keys and addresses of the installation. */
export const installationIntegrations = z.object({ items: z.array(installationIntegration) });

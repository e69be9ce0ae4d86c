import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const webhook = z.strictObject({ webhookName: z.string(), host: z.string() });
const token = z.strictObject({ tokenName: z.string() });

/** What happens to the keys and addresses by which other systems work with an alliance. */
export const integrationsEvents = {
  'integrations.token-created': {
    payload: token.extend({ scopes: z.array(z.string()), expiresOn: z.iso.date() }),
    audience: ['secretariat'],
    da: 'API-nøglen »{tokenName}« blev lavet; den udløber {expiresOn}',
    en: 'The API token "{tokenName}" was made; it expires {expiresOn}',
  },
  'integrations.token-revoked': {
    payload: token,
    audience: ['secretariat'],
    da: 'API-nøglen »{tokenName}« blev trukket tilbage',
    en: 'The API token "{tokenName}" was revoked',
  },
  'integrations.token-revoked-by-administrator': {
    payload: token,
    audience: ['secretariat'],
    da: 'Administratoren trak API-nøglen »{tokenName}« tilbage',
    en: 'The administrator revoked the API token "{tokenName}"',
  },
  'integrations.webhook-created': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« til {host} blev oprettet',
    en: 'The webhook "{webhookName}" to {host} was created',
  },
  'integrations.webhook-changed': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« til {host} blev ændret',
    en: 'The webhook "{webhookName}" to {host} was changed',
  },
  'integrations.webhook-secret-rotated': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« fik en ny hemmelig nøgle',
    en: 'The webhook "{webhookName}" got a new secret',
  },
  'integrations.webhook-paused': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« blev sat på pause',
    en: 'The webhook "{webhookName}" was paused',
  },
  'integrations.webhook-stopped': {
    payload: webhook.extend({ fault: z.string() }),
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« blev sat på pause, fordi {host} ikke tager imod ({fault})',
    en: 'The webhook "{webhookName}" was paused because {host} does not accept ({fault})',
  },
  'integrations.webhook-paused-by-administrator': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Administratoren satte webhooken »{webhookName}« på pause',
    en: 'The administrator paused the webhook "{webhookName}"',
  },
  'integrations.webhook-released': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Administratoren ophævede sin pause af webhooken »{webhookName}«',
    en: 'The administrator ended the pause of the webhook "{webhookName}"',
  },
  'integrations.webhook-resumed': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« blev startet igen',
    en: 'The webhook "{webhookName}" was resumed',
  },
  'integrations.webhook-removed': {
    payload: webhook,
    audience: ['secretariat'],
    da: 'Webhooken »{webhookName}« til {host} blev fjernet',
    en: 'The webhook "{webhookName}" to {host} was removed',
  },
  'integrations.messages-replayed': {
    payload: webhook.extend({ count: z.number().int() }),
    audience: ['secretariat'],
    da: '{count} beskeder til webhooken »{webhookName}« blev sat til at blive sendt igen',
    en: '{count} messages to the webhook "{webhookName}" were set to be sent again',
  },
} as const satisfies EventCatalogue;

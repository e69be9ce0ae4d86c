import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of API tokens and webhooks. */
export const integrationsErrors = {
  'integrations/token-invalid': {
    status: 401,
    da: 'Nøglen kendes ikke, er udløbet eller er trukket tilbage. Lav en ny under Indstillinger, Integrationer.',
    en: 'The token is not known, has expired or was revoked. Make a new one under Settings, Integrations.',
  },
  'integrations/not-by-token': {
    status: 403,
    da: 'Det kan en API-nøgle ikke bruges til. Log ind og gør det på siden.',
    en: 'An API token cannot be used for this. Sign in and do it on the page.',
  },
  'integrations/scope-missing': {
    status: 403,
    da: 'API-nøglen mangler adgangen {scope}. Lav en ny nøgle, der har den.',
    en: 'The API token lacks the scope {scope}. Make a new token that has it.',
  },
  'integrations/too-many-tokens': {
    status: 409,
    da: 'Du har allerede {most} API-nøgler i brug her. Træk en tilbage, før du laver en ny.',
    en: 'You already have {most} API tokens in use here. Revoke one before you make another.',
  },
  'integrations/expiry-out-of-range': {
    status: 422,
    da: 'Udløbsdatoen skal ligge mellem i morgen og et år frem.',
    en: 'The expiry date must lie between tomorrow and a year from now.',
  },
  'integrations/too-many-webhooks': {
    status: 409,
    da: 'Alliancen har allerede {most} webhooks. Fjern en, før I opretter en ny.',
    en: 'The alliance already has {most} webhooks. Remove one before you add another.',
  },
  'integrations/webhook-paused': {
    status: 409,
    da: 'Webhooken er sat på pause. Start den igen, før der sendes noget.',
    en: 'The webhook is paused. Resume it before anything is sent.',
  },
  'integrations/paused-by-administrator': {
    status: 409,
    da: 'Administratoren har sat webhooken på pause, og kun administratoren kan ophæve pausen. Kontakt den, der driver installationen.',
    en: 'The administrator has paused the webhook, and only the administrator can end the pause. Contact whoever runs the installation.',
  },
  'integrations/delivery-waits': {
    status: 409,
    da: 'Beskeden er allerede på vej. Vent, til forsøget er gjort.',
    en: 'The message is already on its way. Wait until the attempt is made.',
  },
} as const satisfies ErrorCatalogue;

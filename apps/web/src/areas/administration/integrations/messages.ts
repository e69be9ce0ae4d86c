import type { Messages } from '../../../language/define-messages.js';

/** Texts of the installation's API tokens and webhooks. */
export const messages = {
  'adminIntegrations.title': { da: 'Integrationer', en: 'Integrations' },
  'adminIntegrations.lead': {
    da: 'Alle alliancers API-nøgler og webhooks: navn, ejer og hvornår de sidst blev brugt. Hvad de henter og sender, ses kun i alliancen selv.',
    en: 'The API tokens and webhooks of all alliances: name, owner and when they were last used. What they fetch and send is seen in the alliance only.',
  },
  'adminIntegrations.none': { da: 'Ingen alliance har integrationer', en: 'No alliance has integrations' },
  'adminIntegrations.noneHelp': {
    da: 'De laves i alliancen under Indstillinger, Integrationer.',
    en: 'They are made in the alliance under Settings, Integrations.',
  },
  'adminIntegrations.kind': { da: 'Slags', en: 'Kind' },
  'adminIntegrations.kind.token': { da: 'API-nøgle', en: 'API token' },
  'adminIntegrations.kind.webhook': { da: 'Webhook', en: 'Webhook' },
  'adminIntegrations.name': { da: 'Navn', en: 'Name' },
  'adminIntegrations.alliance': { da: 'Alliance', en: 'Alliance' },
  'adminIntegrations.host': { da: 'Sender til', en: 'Sends to' },
  'adminIntegrations.stop': { da: 'Stop', en: 'Stop' },
  'adminIntegrations.stopToken': { da: 'Træk nøglen »{name}« tilbage', en: 'Revoke the token "{name}"' },
  'adminIntegrations.stopTokenText': {
    da: 'Systemer, der bruger nøglen, bliver afvist med det samme. Det kan ikke fortrydes. Alliancens sekretariat kan se det i historikken.',
    en: 'Systems that use the token are refused at once. This cannot be undone. The alliance’s secretariat sees it in the history.',
  },
  'adminIntegrations.stopWebhook': {
    da: 'Sæt webhooken »{name}« på pause',
    en: 'Pause the webhook "{name}"',
  },
  'adminIntegrations.stopWebhookText': {
    da: 'Der sendes ikke mere til {host}, før du ophæver pausen her og alliancens sekretariat starter webhooken igen. Intet går tabt imens.',
    en: 'Nothing more is sent to {host} until you end the pause here and the alliance’s secretariat resumes the webhook. Nothing is lost meanwhile.',
  },
  'adminIntegrations.release': { da: 'Ophæv pausen', en: 'End the pause' },
  'adminIntegrations.releaseTitle': {
    da: 'Ophæv pausen af webhooken »{name}«',
    en: 'End the pause of the webhook "{name}"',
  },
  'adminIntegrations.releaseText': {
    da: 'Alliancens sekretariat kan derefter starte den igen og vælger selv, om det, der er sket imens, skal sendes til {host}.',
    en: 'The alliance’s secretariat can then resume it and chooses whether what has happened meanwhile is sent to {host}.',
  },
  'adminIntegrations.released': { da: 'Pausen er ophævet', en: 'The pause is ended' },
  'adminIntegrations.stopped': { da: 'Den er stoppet', en: 'It is stopped' },
} satisfies Messages;

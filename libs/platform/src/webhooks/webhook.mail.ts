import type { MailTemplate } from '../delivery/mail-content.js';

/** What the mail about a paused webhook says. */
export interface WebhookStopped {
  readonly name: string;
  readonly host: string;
  readonly allianceName: string;
  readonly fault: string;
  readonly url: string;
}

/** A webhook accepts nothing and has been paused. */
export const webhookStoppedMail: MailTemplate<WebhookStopped> = {
  name: 'integrations.webhook-stopped',
  da: ({ name, host, allianceName, fault, url }) => ({
    subject: `Webhooken »${name}« er sat på pause`,
    paragraphs: [
      `${host} har ikke taget imod beskeder fra ${allianceName}, og der sendes ikke flere, før I starter webhooken igen.`,
      'Intet er gået tabt: Når I starter den, kan I vælge at få det hele sendt.',
    ],
    facts: [['Seneste svar', fault]],
    button: { label: 'Se beskederne', url },
  }),
  en: ({ name, host, allianceName, fault, url }) => ({
    subject: `The webhook "${name}" is paused`,
    paragraphs: [
      `${host} has not accepted messages from ${allianceName}, and no more are sent until you resume the webhook.`,
      'Nothing is lost: when you resume it you can choose to have everything sent.',
    ],
    facts: [['Last answer', fault]],
    button: { label: 'See the messages', url },
  }),
};

import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';

const mail = z.strictObject({ template: z.string() });
const refused = z.strictObject({ template: z.string(), code: z.string() });

/** What became of mails; their subject is what the mail was about. */
export const deliveryEvents = {
  'delivery.mail-sent': {
    payload: mail,
    audience: ['secretariat'],
    routine: true,
    da: 'Mailserveren tog imod en mail',
    en: 'The mail server accepted a mail',
  },
  'delivery.mail-failed': {
    payload: refused,
    audience: ['secretariat'],
    da: 'En mail kunne ikke sendes ({code})',
    en: 'A mail could not be sent ({code})',
  },
  'delivery.mail-uncertain': {
    payload: refused,
    audience: ['secretariat'],
    da: 'Det er uvist, om en mail nåede frem ({code}). Den sendes ikke igen af sig selv',
    en: 'It is uncertain whether a mail got through ({code}). It is not sent again by itself',
  },
  'delivery.mail-resent': {
    payload: mail,
    audience: ['secretariat'],
    routine: true,
    da: 'En mail blev sat til at blive sendt igen',
    en: 'A mail was set to be sent again',
  },
} as const satisfies EventCatalogue;

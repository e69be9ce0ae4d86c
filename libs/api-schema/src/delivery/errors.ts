import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of sending mail. */
export const deliveryErrors = {
  'delivery/bad-address': {
    status: 422,
    da: 'Mailadressen kan ikke bruges. Skriv én adresse som navn@eksempel.dk.',
    en: 'The mail address cannot be used. Write one address like name@example.org.',
  },
  'delivery/cannot-resend': {
    status: 409,
    da: 'Mailen kan ikke sendes igen, fordi den er sendt, er på vej eller ikke længere er relevant.',
    en: 'The mail cannot be sent again, because it is sent, on its way or no longer relevant.',
  },
  'delivery/content-gone': {
    status: 410,
    da: 'Mailens indhold er slettet efter 30 dage. Send en ny i stedet.',
    en: 'The content of the mail was deleted after 30 days. Send a new one instead.',
  },
} as const satisfies ErrorCatalogue;

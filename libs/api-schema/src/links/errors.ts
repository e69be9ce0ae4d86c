import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of links without account. */
export const linksErrors = {
  'links/ended': {
    status: 409,
    da: 'Linket er brugt eller lukket. Åbn det, linket hører til, og send et nyt derfra.',
    en: 'The link was used or closed. Open what it belongs to and send a new one from there.',
  },
  'links/stays-with-holder': {
    status: 409,
    da: 'Linket gælder kun for den person, det er sendt til, og kan ikke sendes til andre.',
    en: 'The link is for the person it was sent to only and cannot be sent to others.',
  },
  'links/nothing-to-do': {
    status: 409,
    da: 'Sagen er afsluttet eller venter på en anden, så der er intet at sende et link til.',
    en: 'The matter is closed or waits for somebody else, so there is nothing to send a link to.',
  },
} as const satisfies ErrorCatalogue;

import type { ErrorCatalogue } from '../catalogue.js';

/** What can be wrong about an enquiry, and how to mend it. */
export const enquiriesErrors = {
  'enquiries/consent-needed': {
    status: 422,
    da: 'Sæt kryds, hvis de må få det, du har skrevet. Ellers kan vi ikke sende det.',
    en: 'Tick the box if they may have what you have written. Otherwise we cannot send it.',
  },
  'enquiries/address-needed': {
    status: 422,
    da: 'Skriv, hvor vi kan få fat i dig.',
    en: 'Tell us where we can reach you.',
  },
  'enquiries/no-active-contract': {
    status: 409,
    da: '{partner} har ingen aktiv garantikontrakt. Vælg en garantipartner med en kontrakt, der gælder i dag.',
    en: '{partner} has no active guarantee contract. Choose a guarantee partner whose contract is in force today.',
  },
  'enquiries/partner-without-mail': {
    status: 409,
    da: '{partner} har ingen kontaktperson med mailadresse. Tilføj en på partnerens side, så henvendelsen kan nå frem.',
    en: '{partner} has no contact with a mail address. Add one on the partner’s page, so that the enquiry can arrive.',
  },
  'enquiries/rates-in-full-only': {
    status: 422,
    da: 'I kan se holdte løfter for hele alliancen, ikke for et udsnit: Af to udsnit kunne små tal regnes ud. Fjern afgrænsningen.',
    en: 'You can see kept promises of the whole alliance, not of a part: small counts could be worked out from two parts. Remove the limits.',
  },
  'enquiries/not-now': {
    status: 409,
    da: 'Det kan ikke gøres nu: Der er allerede svaret, eller henvendelsen er afsluttet. Hent siden igen for at se, hvor den ligger.',
    en: 'That cannot be done now: somebody has already answered, or the enquiry has ended. Reload the page to see where it stands.',
  },
  'enquiries/not-your-turn': {
    status: 403,
    da: 'Henvendelsen ligger hos {holder}, og kun de kan svare på den nu.',
    en: 'The enquiry is with {holder}, and only they can answer it now.',
  },
  'enquiries/handed-to-self': {
    status: 422,
    da: 'Henvendelsen ligger allerede hos den valgte. Vælg en anden at give den videre til.',
    en: 'The enquiry is already with the one chosen. Choose somebody else to hand it on to.',
  },
  'enquiries/already-asked': {
    status: 422,
    da: '{name} har allerede sagt nej til denne henvendelse. Vælg en anden at give den videre til.',
    en: '{name} has already declined this enquiry. Choose somebody else to hand it on to.',
  },
  'enquiries/starts-in-the-past': {
    status: 422,
    da: 'Startdatoen ligger tilbage i tiden. Skriv en dato fra i dag og frem, eller lad feltet stå tomt.',
    en: 'The start date is in the past. Enter today or later, or leave the field empty.',
  },
  'enquiries/organisation-needed': {
    status: 422,
    da: 'Du er sagsbehandler i flere organisationer. Vælg, hvilken henvendelsen skal høre til.',
    en: 'You are a caseworker in several organisations. Choose which one the enquiry belongs to.',
  },
} as const satisfies ErrorCatalogue;

import type { ErrorCatalogue } from '../catalogue.js';

/** Expected failures of templates and contracts. */
export const partnerContractsErrors = {
  'partner-contracts/unknown-placeholder': {
    status: 422,
    da: 'Teksten bruger {placeholder}, som ikke findes. Brug {allowed}.',
    en: 'The text uses {placeholder}, which does not exist. Use {allowed}.',
  },
  'partner-contracts/commitment-twice': {
    status: 422,
    da: 'Løftet »{key}« står der to gange. Fjern det ene.',
    en: 'The commitment “{key}” is there twice. Remove one of them.',
  },
  'partner-contracts/template-name-taken': {
    status: 409,
    da: 'Der findes allerede en skabelon med navnet »{name}«. Vælg et andet.',
    en: 'There is already a template named “{name}”. Choose another name.',
  },
  'partner-contracts/unknown-commitment': {
    status: 422,
    da: 'Et af de valgte løfter findes ikke i aftalen. Åbn siden igen, og vælg på ny.',
    en: 'One of the chosen commitments is not in the agreement. Open the page again and choose anew.',
  },
  'partner-contracts/count-missing': {
    status: 422,
    da: 'Skriv, hvor mange I kan tilbyde af »{commitment}« om året: et helt tal fra 1 til 500.',
    en: 'Write how many of “{commitment}” you can offer a year: a whole number from 1 to 500.',
  },
  'partner-contracts/name-missing': {
    status: 422,
    da: 'Skriv dit fulde navn, så aftalen viser, hvem der har underskrevet.',
    en: 'Write your full name, so that the agreement shows who signed.',
  },
  'partner-contracts/drawing-unreadable': {
    status: 422,
    da: 'Tegningen kunne ikke læses. Tegn igen, eller nøjes med at skrive dit navn.',
    en: 'The drawing could not be read. Draw again, or just type your name.',
  },
  'partner-contracts/text-changed': {
    status: 409,
    da: 'Teksten er ændret, efter at siden blev vist. Læs den nye tekst, før du underskriver.',
    en: 'The text has changed since the page was shown. Read the new text before you sign.',
  },
  'partner-contracts/already-signed': {
    status: 409,
    da: 'Aftalen er allerede underskrevet.',
    en: 'The agreement has already been signed.',
  },
  'partner-contracts/not-a-draft': {
    status: 409,
    da: 'Kun en kladde kan sendes. Brug »Send igen«, hvis mailen ikke er kommet frem.',
    en: 'Only a draft can be sent. Use “Send again” if the mail did not arrive.',
  },
  'partner-contracts/not-awaiting-signature': {
    status: 409,
    da: 'Aftalen venter ikke på partnerens underskrift.',
    en: 'The agreement is not waiting for the partner’s signature.',
  },
  'partner-contracts/not-awaiting-counter-signature': {
    status: 409,
    da: 'Aftalen kan først medunderskrives, når partneren har underskrevet, og kun én gang.',
    en: 'The agreement can be counter-signed only once the partner has signed, and only once.',
  },
  'partner-contracts/not-withdrawable': {
    status: 409,
    da: 'Aftalen kan ikke trækkes tilbage nu. En aftale, der løber, kan afsluttes.',
    en: 'The agreement cannot be withdrawn now. A running agreement can be ended.',
  },
  'partner-contracts/not-active': {
    status: 409,
    da: 'Kun en aftale, der løber, kan afsluttes.',
    en: 'Only a running agreement can be ended.',
  },
  'partner-contracts/withdrawn': {
    status: 410,
    da: 'Aftalen er trukket tilbage af sekretariatet.',
    en: 'The agreement has been withdrawn by the secretariat.',
  },
  'partner-contracts/no-recipient': {
    status: 422,
    da: '{organisation} har ingen kontaktperson med mailadresse. Tilføj en, eller skriv en her.',
    en: '{organisation} has no contact person with a mail address. Add one, or write one here.',
  },
  'partner-contracts/organisation-twice': {
    status: 422,
    da: '{organisation} er valgt to gange.',
    en: '{organisation} is chosen twice.',
  },
  'partner-contracts/already-under-contract': {
    status: 409,
    da: '{organisation} har allerede en aftale på vej. Træk den tilbage, før du sender en ny.',
    en: '{organisation} already has an agreement under way. Withdraw it before you send a new one.',
  },
  'partner-contracts/date-passed': {
    status: 422,
    da: 'Fristen er overskredet allerede. Vælg en dag fra i morgen og frem.',
    en: 'The deadline is already past. Choose a day from tomorrow on.',
  },
  'partner-contracts/start-passed': {
    status: 422,
    da: 'Aftalen kan ikke begynde før i dag. Vælg i dag eller en senere dag.',
    en: 'The agreement cannot begin before today. Choose today or a later day.',
  },
  'partner-contracts/nothing-filled-in': {
    status: 409,
    da: 'Der er ikke udfyldt noget endnu. Gå tilbage, vælg jeres løfter, og skriv dit navn.',
    en: 'Nothing has been filled in yet. Go back, choose your commitments and type your name.',
  },
  'partner-contracts/text-is-newest': {
    status: 409,
    da: 'Aftalen har allerede skabelonens nyeste tekst.',
    en: 'The agreement already has the newest text of the template.',
  },
  'partner-contracts/last-day-outside': {
    status: 422,
    da: 'Sidste dag skal ligge mellem i dag og aftalens udløb.',
    en: 'The last day must be between today and the day the agreement expires.',
  },
  'partner-contracts/not-sealed-yet': {
    status: 409,
    da: 'Dokumentet forsegles stadig. Prøv igen om et øjeblik.',
    en: 'The document is still being sealed. Try again in a moment.',
  },
} as const satisfies ErrorCatalogue;

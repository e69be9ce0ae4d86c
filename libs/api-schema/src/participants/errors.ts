import type { ErrorCatalogue } from '../catalogue.js';

/** What can be wrong about a participant or a destination, and how to mend it. */
export const participantsErrors = {
  'participants/cpr-refused': {
    status: 422,
    da: 'Det ligner et CPR-nummer. Brug kommunens eget borger-id; CPR-numre må ikke stå her.',
    en: 'That looks like a CPR number. Use the municipality’s own participant id; CPR numbers must not be entered here.',
  },
  'participants/cpr-in-text': {
    status: 422,
    da: 'Teksten ser ud til at indeholde et CPR-nummer. Fjern det; CPR-numre må ikke stå her.',
    en: 'The text seems to contain a CPR number. Remove it; CPR numbers must not be entered here.',
  },
  'participants/cpr-malformed': {
    status: 422,
    da: 'Et CPR-nummer har ti cifre og begynder med en fødselsdag, fx 010108-1234.',
    en: 'A CPR number has ten digits and begins with a birthday, for example 010108-1234.',
  },
  'participants/cpr-off': {
    status: 409,
    da: 'CPR-numre er ikke slået til i alliancen. Sekretariatet kan slå dem til under Indstillinger.',
    en: 'CPR numbers are not turned on in the alliance. The secretariat can turn them on under Settings.',
  },
  'participants/cpr-taken': {
    status: 409,
    da: 'CPR-nummeret står allerede på en anden ung hos jer. Søg på det for at finde vedkommende.',
    en: 'Another participant of yours already has this CPR number. Search for it to find them.',
  },
  'participants/pseudonym-taken': {
    status: 409,
    da: 'Borger-id {pseudonym} findes allerede hos jer. Søg på det, eller brug et andet.',
    en: 'Participant id {pseudonym} already exists in your organisation. Search for it, or use another.',
  },
  'participants/organisation-needed': {
    status: 422,
    da: 'Du er sagsbehandler i flere organisationer. Vælg, hvilken den unge hører til.',
    en: 'You are a caseworker in several organisations. Choose which one the young person belongs to.',
  },
  'participants/consent-ends-before-start': {
    status: 422,
    da: 'Samtykket udløber, før det er givet. Ret en af de to datoer.',
    en: 'The consent expires before it was given. Correct one of the two dates.',
  },
  'participants/consent-not-yet-given': {
    status: 422,
    da: 'Datoen ligger ude i fremtiden. Skriv den dag, samtykket blev givet.',
    en: 'The date is in the future. Enter the day on which the consent was given.',
  },
  'participants/consent-already-over': {
    status: 422,
    da: 'Et samtykke, der udløb {date}, er allerede slut. Skriv en dato fra i dag og frem.',
    en: 'A consent that expired on {date} is already over. Enter today or later.',
  },
  'participants/consent-text-needed': {
    status: 422,
    da: 'Skriv den tekst, der blev vist. Version {version} er ikke brugt før.',
    en: 'Enter the text that was shown. Version {version} has not been used before.',
  },
  'participants/consent-text-differs': {
    status: 409,
    da: 'Version {version} findes allerede med en anden tekst. Giv den ændrede tekst et nyt versionsnavn.',
    en: 'Version {version} already exists with another text. Give the changed text a new version name.',
  },
  'participants/consent-already-withdrawn': {
    status: 409,
    da: 'Samtykket er allerede trukket tilbage. Hent siden igen.',
    en: 'The consent has already been withdrawn. Reload the page.',
  },
  'participants/consent-withdrawn': {
    status: 409,
    da: 'Samtykket blev trukket tilbage {date}. Der må ikke registreres mere uden et nyt samtykke.',
    en: 'The consent was withdrawn on {date}. Nothing more may be recorded without a new consent.',
  },
  'participants/type-unknown': {
    status: 422,
    da: 'Destinationen {type} findes ikke i alliancen. Vælg en fra listen.',
    en: 'The destination {type} does not exist in the alliance. Choose one from the list.',
  },
  'participants/ends-before-start': {
    status: 422,
    da: 'Slutdatoen {to} ligger før startdatoen {from}. Ret en af dem.',
    en: 'The end date {to} is before the start date {from}. Correct one of them.',
  },
  'participants/too-far-ahead': {
    status: 422,
    da: 'Datoen {date} ligger mere end et år frem. Kontrollér årstallet.',
    en: 'The date {date} is more than a year ahead. Check the year.',
  },
  'participants/before-birth': {
    status: 422,
    da: 'Datoen {date} ligger før den unges fødselsår. Kontrollér årstallet.',
    en: 'The date {date} is before the year of birth. Check the year.',
  },
  'participants/spell-overlaps': {
    status: 409,
    da: 'Den unge har allerede samme destination i perioden {from} til {to}. Ret datoerne, eller bekræft den, der findes.',
    en: 'The young person already has the same destination from {from} to {to}. Correct the dates, or confirm the existing one.',
  },
  'participants/later-spell-open': {
    status: 409,
    da: 'Der er en senere, åben destination fra {from}. Skriv en slutdato før den, eller vælg »ved siden af«.',
    en: 'There is a later, open destination from {from}. Enter an end date before it, or choose “alongside”.',
  },
  'participants/spell-not-open': {
    status: 409,
    da: 'Destinationen er allerede afsluttet eller trukket tilbage. Hent siden igen.',
    en: 'The destination has already ended or been taken back. Reload the page.',
  },
  'participants/not-begun': {
    status: 422,
    da: 'Destinationen begynder først {from} og kan ikke bekræftes endnu.',
    en: 'The destination does not begin until {from} and cannot be confirmed yet.',
  },
  'participants/consent-expired': {
    status: 409,
    da: 'Samtykket udløb {date}. Indhent et nyt samtykke, før der registreres mere.',
    en: 'The consent expired on {date}. Obtain a new consent before anything more is recorded.',
  },
} as const satisfies ErrorCatalogue;

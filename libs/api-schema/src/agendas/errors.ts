import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of the shared agenda. */
export const agendasErrors = {
  'agendas/open-version-exists': {
    status: 409,
    da: 'Der er allerede et udkast eller en høring i gang (version {number}). Arbejd videre på den.',
    en: 'There is a draft or a consultation already (version {number}). Continue with that one.',
  },
  'agendas/step-not-possible': {
    status: 409,
    da: 'Det kan ikke lade sig gøre, når versionen er »{state}«. Hent siden igen, og se, hvor den står.',
    en: 'That cannot be done while the version is "{state}". Load the page again to see where it stands.',
  },
  'agendas/text-fixed': {
    status: 409,
    da: 'Teksten kan kun ændres i et udkast. Tag høringen tilbage, eller lav en ny version.',
    en: 'The text can only be changed in a draft. Take the consultation back, or make a new version.',
  },
  'agendas/not-ready': {
    status: 422,
    da: 'Dagsordenen mangler noget, før den kan sendes i høring: problem, vision og mindst ét resultatmål.',
    en: 'The agenda lacks something before it can be put out: problem, vision and at least one outcome.',
  },
  'agendas/outcome-unknown': {
    status: 422,
    da: 'Bidraget peger på et resultatmål, som ikke er på dagsordenen. Vælg et af dem, der er.',
    en: 'The contribution serves an outcome that is not on the agenda. Choose one that is.',
  },
  'agendas/repeated-item': {
    status: 422,
    da: 'To punkter har samme nøgle. Hent siden igen, og gentag din ændring.',
    en: 'Two items have the same key. Load the page again and repeat your change.',
  },
  'agendas/organisation-unknown': {
    status: 422,
    da: 'Organisationen er ikke med i alliancen. Vælg en, der er.',
    en: 'The organisation is not part of the alliance. Choose one that is.',
  },
  'agendas/indicator-unknown': {
    status: 422,
    da: 'Indikatoren findes ikke i alliancen. Vælg en, der gør, eller lad feltet stå tomt.',
    en: 'The indicator does not exist in the alliance. Choose one that does, or leave it empty.',
  },
  'agendas/nobody-asked': {
    status: 422,
    da: 'Vælg mindst én organisation, der skal svare på høringen.',
    en: 'Choose at least one organisation that is to answer the consultation.',
  },
  'agendas/not-open-for-answers': {
    status: 409,
    da: 'Der kan kun svares på en version, der er i høring eller vedtaget.',
    en: 'Only a version that is in consultation or adopted can be answered.',
  },
  'agendas/reason-needed': {
    status: 422,
    da: 'Skriv hvorfor. Et forbehold eller en indvending kan kun bruges til noget, når grunden er kendt.',
    en: 'Say why. A concern or an objection is only of use when its reason is known.',
  },
  'agendas/answer-stands': {
    status: 409,
    da: 'Versionen er vedtaget med jeres tilslutning, og den står ved magt. En ændring kræver en ny version.',
    en: 'The version was adopted with your consent, which stands. A change takes a new version.',
  },
  'agendas/nobody-consents': {
    status: 409,
    da: 'Ingen organisation har tilsluttet sig endnu. Vent på det første ja, eller notér det, hvis I har fået det.',
    en: 'No organisation has consented yet. Wait for the first yes, or record it if you have it.',
  },
  'agendas/objection-stands': {
    status: 409,
    da: 'Der er indvendinger ({count}). Tag høringen tilbage og ret, eller skriv, hvorfor I vedtager alligevel.',
    en: 'There are objections ({count}). Take it back and amend, or say why you adopt it nevertheless.',
  },
} as const satisfies ErrorCatalogue;

import { cellProblems, type FindingCatalogue } from '../spreadsheets/cell-problems.js';

/** What can be said of a row of a partner list, with the remedy; the cells' own problems included. */
export const partnerFindings = {
  ...cellProblems,
  'name-missing': {
    da: 'Navnet mangler. Skriv virksomhedens navn, eller spring rækken over.',
    en: 'The name is missing. Write the company’s name, or skip the row.',
  },
  'cvr-length': {
    da: 'Et CVR-nummer har otte cifre. Ret det, eller lad feltet være tomt.',
    en: 'A CVR number has eight digits. Correct it, or leave it blank.',
  },
  'cvr-invalid': {
    da: 'CVR-nummeret findes ikke: cifrene passer ikke sammen. Slå det op på virk.dk, eller lad feltet være tomt.',
    en: 'There is no such CVR number: its digits do not add up. Look it up at virk.dk, or leave it blank.',
  },
  'cvr-repeated': {
    da: 'Samme CVR-nummer som række {line}. Ret det ene, eller spring en af rækkerne over.',
    en: 'The same CVR number as row {line}. Correct one of them, or skip one of the rows.',
  },
  'email-repeated': {
    da: 'Samme mailadresse som række {line}. Det er i orden, hvis de to virksomheder deler kontaktperson.',
    en: 'The same e-mail address as row {line}. That is fine if the two companies share a contact.',
  },
  'email-repeated-without-cvr': {
    da: 'Samme mailadresse som række {line}, og uden CVR-nummer kan de ikke skelnes. Skriv CVR-nummeret, eller spring en af rækkerne over.',
    en: 'The same e-mail address as row {line}, and without a CVR number they cannot be told apart. Write the CVR number, or skip one of the rows.',
  },
  'email-known-elsewhere': {
    da: '{name} har allerede mailadressen, men et andet CVR-nummer. Rækken oprettes som ny.',
    en: '{name} already has this e-mail address, but another CVR number. The row becomes a new partner.',
  },
  'email-matches-several': {
    da: 'Flere partnere har mailadressen. Skriv CVR-nummeret, så den rigtige findes.',
    en: 'Several partners have this e-mail address. Write the CVR number, so that the right one is found.',
  },
  'partner-repeated': {
    da: 'Rækken er samme partner som række {line}. Spring en af dem over.',
    en: 'The row is the same partner as row {line}. Skip one of them.',
  },
  'name-known': {
    da: 'Der findes allerede en partner med det navn, men CVR-nummer og mail er anderledes.',
    en: 'There is a partner of that name already, but CVR number and e-mail differ.',
  },
  'name-taken': {
    da: 'Der findes allerede en partner med det navn, og rækken har hverken CVR-nummer eller mail. Tilføj et af dem, eller spring rækken over.',
    en: 'There is a partner of that name already, and the row has neither CVR number nor e-mail. Add one of them, or skip the row.',
  },
  'name-repeated': {
    da: 'Samme navn som række {line}, og rækken har hverken CVR-nummer eller mail. Tilføj et af dem, eller spring rækken over.',
    en: 'The same name as row {line}, and the row has neither CVR number nor e-mail. Add one of them, or skip the row.',
  },
  'formula-like': {
    da: 'Ligner en formel. Den gemmes som almindelig tekst og udføres aldrig; ret den, hvis den er en fejl.',
    en: 'Looks like a formula. It is kept as plain text and never carried out; correct it if it is a mistake.',
  },
  'kind-unknown': {
    da: 'Kendes ikke. Skriv virksomhed, kommune, skole, forening, fond eller region.',
    en: 'Not known. Write virksomhed, kommune, skole, forening, fond or region.',
  },
  'industry-code-unreadable': {
    da: 'En branchekode har seks cifre, fx 49.41.00.',
    en: 'An industry code has six digits, such as 49.41.00.',
  },
  'employees-unreadable': {
    da: 'Skriv et antal eller et spænd, fx 12, 10-49 eller 250+.',
    en: 'Write a number or a range, such as 12, 10-49 or 250+.',
  },
  'joined-in-future': {
    da: 'Datoen ligger i fremtiden. Ret den, eller lad feltet være tomt.',
    en: 'The date is in the future. Correct it, or leave it blank.',
  },
  'city-spelling': {
    da: 'Skrives »{to}« som i resten af listen.',
    en: 'Written “{to}” as in the rest of the list.',
  },
} as const satisfies FindingCatalogue;

/** The code of a finding in a partner list. */
export type PartnerFindingCode = keyof typeof partnerFindings;

/** Why something an import made or changed was left as it is when the import was undone. */
export const undoReasons = {
  'changed-since': {
    da: 'Er ændret efter importen og bliver derfor, som den er.',
    en: 'Was changed after the import and therefore stays as it is.',
  },
  'in-use': {
    da: 'Bruges et andet sted, fx i en kontrakt eller en henvendelse, og bliver derfor.',
    en: 'Is in use elsewhere, such as in a contract or an enquiry, and therefore stays.',
  },
  'already-gone': {
    da: 'Var allerede slettet.',
    en: 'Had been deleted already.',
  },
} as const satisfies FindingCatalogue;

/** Why something stays when an import is undone. */
export type UndoReason = keyof typeof undoReasons;

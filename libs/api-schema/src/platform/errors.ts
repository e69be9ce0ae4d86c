import type { ErrorCatalogue } from '../catalogue.js';

/** Failures that any endpoint may answer. */
export const platformErrors = {
  'platform/not-found': {
    status: 404,
    da: 'Det findes ikke, eller du har ikke adgang til det. Kontrollér adressen, eller bed sekretariatet om adgang.',
    en: 'It does not exist, or you have no access to it. Check the address, or ask the secretariat for access.',
  },
  'platform/forbidden': {
    status: 403,
    da: 'Din rolle giver ikke lov til det. Bed sekretariatet om hjælp, hvis du har brug for det.',
    en: 'Your role does not allow this. Ask the secretariat for help if you need it.',
  },
  'platform/not-signed-in': {
    status: 401,
    da: 'Du er ikke logget ind. Log ind og prøv igen.',
    en: 'You are not signed in. Sign in and try again.',
  },
  'platform/step-up-needed': {
    status: 403,
    da: 'Bekræft først, at det er dig, med en kode fra din mail eller en adgangsnøgle. Prøv så igen.',
    en: 'First confirm that it is you, with a code from your mail or a passkey. Then try again.',
  },
  'platform/invalid-input': {
    status: 422,
    da: 'Noget af det indtastede kan ikke bruges. Ret felterne nedenfor, og prøv igen.',
    en: 'Some of what was entered cannot be used. Correct the fields below and try again.',
  },
  'platform/cpr-refused': {
    status: 422,
    da: 'Her må der ikke stå et CPR-nummer. Fjern det, og prøv igen.',
    en: 'A CPR number must not be entered here. Remove it and try again.',
  },
  'platform/malformed': {
    status: 400,
    da: 'Forespørgslen kunne ikke læses. Kontrollér, at indholdet er gyldig JSON.',
    en: 'The request could not be read. Check that its content is valid JSON.',
  },
  'platform/too-large': {
    status: 413,
    da: 'Indholdet er for stort. Det må højst fylde {limit}.',
    en: 'The content is too large. It may be at most {limit}.',
  },
  'platform/unsupported-media': {
    status: 415,
    da: 'Den type indhold kan ikke modtages her.',
    en: 'That type of content is not accepted here.',
  },
  'platform/wrong-method': {
    status: 405,
    da: 'Den handling findes ikke på denne adresse.',
    en: 'That action does not exist at this address.',
  },
  'platform/stale': {
    status: 412,
    da: 'En anden har ændret det, mens du arbejdede. Hent det igen, og gentag din ændring.',
    en: 'Somebody else changed it while you were working. Load it again and repeat your change.',
  },
  'platform/if-match-needed': {
    status: 428,
    da: 'Ændringer skal angive den udgave, de bygger på (If-Match).',
    en: 'Changes must name the version they are based on (If-Match).',
  },
  'platform/conflict': {
    status: 409,
    da: 'Det kan ikke lade sig gøre, fordi det findes i forvejen eller bruges et andet sted.',
    en: 'That cannot be done, because it exists already or is in use elsewhere.',
  },
  'platform/repeated-key': {
    status: 409,
    da: 'Den samme Idempotency-Key er brugt til en anden forespørgsel. Brug en ny.',
    en: 'The same Idempotency-Key was used for another request. Use a new one.',
  },
  'platform/already-done': {
    status: 409,
    da: 'Det er allerede gjort, men svaret gik tabt. Hent siden igen for at se, hvordan det står.',
    en: 'It has been done already, but the answer was lost. Load the page again to see how things stand.',
  },
  'platform/too-many-requests': {
    status: 429,
    da: 'Der er kommet for mange forsøg. Vent lidt, og prøv igen.',
    en: 'There have been too many attempts. Wait a little and try again.',
  },
  'platform/foreign-origin': {
    status: 403,
    da: 'Forespørgslen kom fra en anden hjemmeside og blev afvist. Åbn siden direkte, og prøv igen.',
    en: 'The request came from another site and was refused. Open the page directly and try again.',
  },
  'platform/unavailable': {
    status: 503,
    da: 'Systemet er ved at starte eller har travlt. Prøv igen om et øjeblik.',
    en: 'The system is starting or busy. Try again in a moment.',
  },
  'platform/unexpected': {
    status: 500,
    da: 'Der skete en uventet fejl, og intet blev gemt. Prøv igen, og opgiv nummeret {correlationId}, hvis det sker igen.',
    en: 'Something unexpected went wrong and nothing was saved. Try again, and quote number {correlationId} if it happens again.',
  },
  'platform/sign-in-link-invalid': {
    status: 410,
    da: 'Linket er brugt eller udløbet. Bed om et nyt på login-siden.',
    en: 'The link was used or has expired. Ask for a new one on the sign-in page.',
  },
  'platform/code-wrong': {
    status: 422,
    da: 'Koden passer ikke. Kontrollér de seks cifre, eller bed om en ny kode.',
    en: 'The code does not match. Check the six digits or ask for a new code.',
  },
  'platform/code-malformed': {
    status: 422,
    da: 'Koden er seks tal. Skriv dem, som de står i mailen.',
    en: 'The code is six digits. Write them as they stand in the mail.',
  },
  'platform/claim-invalid': {
    status: 410,
    da: 'Linket er brugt eller passer ikke. Genstart installationen for at få et nyt, så længe der ingen administrator er.',
    en: 'The link was used or does not match. Restart the installation to get a new one while there is no administrator.',
  },
  'platform/link-unknown': {
    status: 404,
    da: 'Linket passer ikke til noget. Brug linket fra den seneste mail, vi har sendt.',
    en: 'The link does not match anything. Use the link from the latest mail we sent.',
  },
  'platform/link-expired': {
    status: 410,
    da: 'Linket er udløbet. Svar på mailen, så sender vi et nyt.',
    en: 'The link has expired. Reply to the mail and we will send a new one.',
  },
  'platform/link-revoked': {
    status: 410,
    da: 'Linket gælder ikke længere, fordi der er sendt et nyt eller sagen er trukket tilbage. Brug den seneste mail.',
    en: 'The link no longer applies, because a new one was sent or the matter was withdrawn. Use the latest mail.',
  },
  'platform/link-spent': {
    status: 410,
    da: 'Linket er allerede brugt. Det, du gjorde, er gemt.',
    en: 'The link has already been used. What you did is saved.',
  },
} as const satisfies ErrorCatalogue;

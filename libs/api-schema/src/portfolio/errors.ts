import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of initiatives. */
export const portfolioErrors = {
  'portfolio/stop-rule-needed': {
    status: 422,
    da: 'Ingen indsats går i gang uden en stopregel. Skriv: »Vi stopper, hvis …«',
    en: 'No initiative starts without a stop rule. Write: "We stop if …"',
  },
  'portfolio/review-date-needed': {
    status: 422,
    da: 'Ingen indsats går i gang uden en dato for næste status. Vælg en dato.',
    en: 'No initiative starts without a date for its next review. Choose a date.',
  },
  'portfolio/review-date-past': {
    status: 422,
    da: 'Næste status skal ligge efter i dag. Vælg en senere dato.',
    en: 'The next review must be after today. Choose a later date.',
  },
  'portfolio/move-not-possible': {
    status: 409,
    da: 'En indsats kan ikke gå fra »{from}« til »{to}«. Hent siden igen, og se, hvor den står.',
    en: 'An initiative cannot go from "{from}" to "{to}". Load the page again to see where it stands.',
  },
  'portfolio/reason-needed': {
    status: 422,
    da: 'Skriv, hvorfor indsatsen afsluttes.',
    en: 'Say why the initiative is closed.',
  },
  'portfolio/lesson-needed': {
    status: 422,
    da: 'Skriv, hvad I lærte. Det er det, andre kan bygge videre på.',
    en: 'Say what was learned. That is what others can build on.',
  },
  'portfolio/closed': {
    status: 409,
    da: 'Indsatsen er afsluttet og kan ikke ændres. Begynd en ny, hvis I vil prøve igen.',
    en: 'The initiative is closed and cannot be changed. Begin a new one if you want to try again.',
  },
  'portfolio/not-begun': {
    status: 409,
    da: 'En idé har ikke noget at gøre status på endnu. Sæt den i gang først.',
    en: 'An idea has nothing to review yet. Start it first.',
  },
  'portfolio/outcome-unknown': {
    status: 422,
    da: 'Resultatmålet står ikke på den fælles dagsorden. Vælg et, der gør.',
    en: 'The outcome is not on the shared agenda. Choose one that is.',
  },
  'portfolio/organisation-unknown': {
    status: 422,
    da: 'Organisationen er ikke med i alliancen. Vælg en, der er.',
    en: 'The organisation is not part of the alliance. Choose one that is.',
  },
} as const satisfies ErrorCatalogue;

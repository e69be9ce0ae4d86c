import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of indicators and observations. */
export const measurementsErrors = {
  'measurements/unknown-metric': {
    status: 422,
    da: 'Den beregning findes ikke. Vælg en af dem på listen.',
    en: 'That calculation does not exist. Choose one from the list.',
  },
  'measurements/organisation-unknown': {
    status: 422,
    da: 'Organisationen er ikke med i alliancen. Vælg en, der er.',
    en: 'The organisation is not part of the alliance. Choose one that is.',
  },
  'measurements/derived-needs-metric': {
    status: 422,
    da: 'En beregnet indikator skal have en beregning at bygge på. Vælg en på listen.',
    en: 'A derived indicator needs a calculation to build on. Choose one from the list.',
  },
  'measurements/derived-shape': {
    status: 422,
    da: 'En beregnet indikator er en andel i procent, måned for måned. Vælg procent og måned.',
    en: 'A derived indicator is a share in percent, month by month. Choose percent and month.',
  },
  'measurements/manual-has-metric': {
    status: 422,
    da: 'En indikator, der indberettes, har ingen beregning. Fjern beregningen, eller vælg »beregnes«.',
    en: 'An indicator that is reported has no calculation. Remove it, or choose "derived".',
  },
  'measurements/source-fixed': {
    status: 409,
    da: 'Kilden, enheden og hyppigheden kan ikke ændres, når der er indberettet tal. Opret en ny indikator.',
    en: 'Source, unit and frequency cannot change once figures were reported. Make a new indicator.',
  },
  'measurements/target-incomplete': {
    status: 422,
    da: 'Et mål er både et tal og en dato. Udfyld begge, eller lad begge stå tomme.',
    en: 'A target is both a figure and a date. Fill in both, or leave both empty.',
  },
  'measurements/target-wrong-way': {
    status: 422,
    da: 'Målet ligger den forkerte vej fra udgangspunktet. Ret målet, udgangspunktet eller retningen.',
    en: 'The target lies the wrong way from the starting value. Correct the target, the start or the direction.',
  },
  'measurements/baseline-incomplete': {
    status: 422,
    da: 'Et udgangspunkt er både et tal og en periode. Udfyld begge, eller lad begge stå tomme.',
    en: 'A starting value is both a figure and a period. Fill in both, or leave both empty.',
  },
  'measurements/wrong-period': {
    status: 422,
    da: 'Perioden {period} passer ikke til indikatorens hyppighed. Skriv den som {example}.',
    en: 'The period {period} does not fit how often the indicator is measured. Write it as {example}.',
  },
  'measurements/period-not-begun': {
    status: 422,
    da: 'Perioden {period} er ikke begyndt endnu. Indberet, når den er i gang eller slut.',
    en: 'The period {period} has not begun yet. Report when it has begun or ended.',
  },
  'measurements/span-backwards': {
    status: 422,
    da: 'Fra-måneden skal ligge før til-måneden, og der kan højst vises ti år ad gangen.',
    en: 'The first month must be before the last, and at most ten years can be shown at a time.',
  },
  'measurements/derived-not-reported': {
    status: 409,
    da: 'Tallene beregnes af det daglige arbejde og kan ikke indberettes. Ret der, hvor de kommer fra.',
    en: 'These figures are derived from the daily work and cannot be reported. Correct them where they arise.',
  },
  'measurements/value-shape': {
    status: 422,
    da: 'Tallet passer ikke til enheden. En andel er 0–100 eller tæller og nævner; et antal er et helt tal fra 0.',
    en: 'The figure does not fit the unit. A share is 0–100 or numerator and denominator; a count is a whole number from 0.',
  },
  'measurements/numerator-too-large': {
    status: 422,
    da: 'Tælleren kan ikke være større end nævneren. Ret et af tallene.',
    en: 'The numerator cannot be larger than the denominator. Correct one of them.',
  },
  'measurements/step-not-possible': {
    status: 409,
    da: 'Det kan ikke lade sig gøre, når tallet er »{state}«. Hent siden igen, og se, hvor det står.',
    en: 'That cannot be done while the figure is "{state}". Load the page again to see where it stands.',
  },
  'measurements/reason-needed': {
    status: 422,
    da: 'Skriv hvorfor, så den, der har indberettet, ved, hvad der skal rettes.',
    en: 'Say why, so that whoever reported it knows what to correct.',
  },
  'measurements/correction-by-secretariat': {
    status: 403,
    da: 'Tallet er afleveret og kan kun rettes af sekretariatet. Bed om at få det sendt tilbage.',
    en: 'The figure was handed in and can only be corrected by the secretariat. Ask to have it sent back.',
  },
} as const satisfies ErrorCatalogue;

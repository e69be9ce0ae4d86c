/** What a type of destination counts as. `unknown` is not a result: it lowers the response rate. */
export const destinationClasses = ['positive', 'other', 'not-positive', 'unknown'] as const;
/** What a type of destination counts as. */
export type DestinationClass = (typeof destinationClasses)[number];

/** Who said so. */
export const destinationSources = [
  'young-person',
  'company',
  'school',
  'jobcentre',
  'income-register',
  'caseworker',
] as const;
/** Who said so. */
export type DestinationSource = (typeof destinationSources)[number];

/** How certain it is. */
export const confidences = ['certain', 'uncertain'] as const;
/** How certain it is. */
export type Confidence = (typeof confidences)[number];

/** Sex as the municipality has it; always optional. */
export const sexes = ['female', 'male', 'other'] as const;
/** Sex as the municipality has it. */
export type Sex = (typeof sexes)[number];

/**
 * What may be said of a destination today: `current` is open and confirmed, `unconfirmed` open but past its review
 * date, `planned` has not begun, `past` has ended.
 */
export const spellStandings = ['current', 'unconfirmed', 'planned', 'past'] as const;
/** What may be said of a destination today. */
export type SpellStanding = (typeof spellStandings)[number];

/** Months after the start of a destination at which it is to be confirmed. */
export const reviewCheckpoints = [3, 6, 12] as const;

/** One type of destination as it is shipped. */
export interface DestinationTypeDefault {
  readonly key: string;
  readonly da: string;
  readonly en: string;
  readonly class: DestinationClass;
}

/** The Danish default list (Ungegarantien); each alliance may change its own. */
export const defaultDestinationTypes = [
  { key: 'upper-secondary', da: 'Gymnasial uddannelse', en: 'Upper secondary education', class: 'positive' },
  { key: 'eud', da: 'EUD', en: 'Vocational education (EUD)', class: 'positive' },
  { key: 'eux', da: 'EUX', en: 'Vocational and upper secondary education (EUX)', class: 'positive' },
  { key: 'fgu', da: 'FGU', en: 'Preparatory basic education (FGU)', class: 'positive' },
  { key: 'higher-education', da: 'Videregående uddannelse', en: 'Higher education', class: 'positive' },
  { key: 'apprenticeship', da: 'Læreplads', en: 'Apprenticeship', class: 'positive' },
  { key: 'ordinary-job', da: 'Ordinært job', en: 'Ordinary employment', class: 'positive' },
  { key: 'flex-job', da: 'Fleksjob', en: 'Flex job', class: 'positive' },
  { key: 'leisure-job', da: 'Fritidsjob', en: 'Leisure job', class: 'positive' },
  { key: 'wage-subsidy', da: 'Løntilskud', en: 'Employment with wage subsidy', class: 'positive' },
  { key: 'company-placement', da: 'Virksomhedspraktik', en: 'Company placement', class: 'positive' },
  { key: 'work-experience', da: 'Erhvervspraktik', en: 'School work experience', class: 'positive' },
  { key: 'folk-high-school', da: 'Højskole', en: 'Folk high school', class: 'positive' },
  { key: 'voluntary-work', da: 'Frivilligt arbejde', en: 'Voluntary work', class: 'positive' },
  { key: 'military-service', da: 'Værnepligt', en: 'Military service', class: 'positive' },
  {
    key: 'clarified-education-wish',
    da: 'Afklaret om uddannelsesønske',
    en: 'Clarified wish for education',
    class: 'positive',
  },
  {
    key: 'clarified-job-wish',
    da: 'Afklaret om jobønske',
    en: 'Clarified wish for a job',
    class: 'positive',
  },
  { key: 'seeking', da: 'Aktivt søgende', en: 'Actively seeking', class: 'other' },
  { key: 'ill', da: 'Sygemeldt', en: 'On sick leave', class: 'other' },
  { key: 'other', da: 'Andet', en: 'Other', class: 'other' },
  { key: 'not-seeking', da: 'Ikke søgende', en: 'Not seeking', class: 'not-positive' },
  { key: 'unknown', da: 'Ukendt', en: 'Unknown', class: 'unknown' },
] as const satisfies readonly DestinationTypeDefault[];

/** Who gave a consent: the young person, or whoever has custody of one too young to give it. */
export const consentGivers = ['young-person', 'custody-holder'] as const;
/** Who gave a consent. */
export type ConsentGiver = (typeof consentGivers)[number];

/** Who withdrew a consent; `organisation`: it was recorded by mistake. */
export const consentWithdrawers = ['young-person', 'custody-holder', 'organisation'] as const;
/** Who withdrew a consent. */
export type ConsentWithdrawer = (typeof consentWithdrawers)[number];

/**
 * Whether somebody's record rests on a consent today. `expired`: it may be read, nothing may be added. `withdrawn`: what
 * rested on it is hidden.
 */
export const consentStandings = ['in-force', 'expired', 'withdrawn'] as const;
/** Whether somebody's record rests on a consent today. */
export type ConsentStanding = (typeof consentStandings)[number];

/** The consent text that is shipped, for organisations that have not written their own. */
export const defaultConsentText = {
  purpose: 'At hjælpe den unge videre mod uddannelse og job',
  textVersion: '2026-1',
  text: [
    'Jeg giver samtykke til, at kommunen registrerer mit fødselsår, hvor jeg bor og går i skole, mine egne ord om, hvad jeg vil, og hvad jeg laver (uddannelse, job, praktik eller andet), for at hjælpe mig videre mod uddannelse og job.',
    'Kun sagsbehandlere i min egen kommune kan se oplysningerne. Alle andre ser kun tal, hvor ingen kan genkendes.',
    'Jeg kan til enhver tid trække samtykket tilbage. Så bliver der ikke skrevet mere, og det, der er skrevet, bliver skjult og slettet. Jeg kan altid få at vide, hvad der står om mig, og hvem der har set det.',
  ].join('\n\n'),
} as const;

import type { Confidence, DestinationSource, Sex } from '#libs/api-schema';
import { addDays, addMonths, addYears, diffDays, type PlainDate } from '#libs/kernel';
import { nextReview, reviewDays } from './destination-spell.js';

/** A destination of an invented young person. */
export interface InventedSpell {
  readonly typeKey: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly source: DestinationSource;
  readonly confidence: Confidence;
  readonly confirmedOn: PlainDate;
  readonly nextReviewOn: PlainDate | null;
  /** Days on which it was confirmed after it was logged. */
  readonly confirmations: readonly PlainDate[];
  /** Whether it is with one of the companies. */
  readonly atCompany: boolean;
}

/** An invented young person under a pseudonymous id. */
export interface InventedParticipant {
  readonly pseudonym: string;
  readonly birthYear: number;
  readonly sex: Sex;
  readonly district: string;
  readonly school: string | null;
  readonly outlook: string;
  readonly insight: string;
  readonly skills: string;
  readonly joinedOn: PlainDate;
  readonly consentExpiresOn: PlainDate;
  readonly spells: readonly InventedSpell[];
}

/** How far back the example reaches, in months. */
const monthsBack = 14;
/** Share with a positive destination at the beginning, and how much it rises until today. */
const [shareThen, rise] = [0.62, 0.125];

const districts = [
  'Hjørring',
  'Hjørring',
  'Hjørring',
  'Hirtshals',
  'Hirtshals',
  'Sindal',
  'Vrå',
  'Løkken',
  'Tårs',
];
const schools = ['Højene Skole', 'Lundergårdskolen', 'Hirtshals Skole', 'Sindal Skole', 'Vrå Skole'];
const words = {
  outlook: [
    'Vil gerne arbejde med hænderne og helst ude.',
    'Drømmer om at blive social- og sundhedsassistent.',
    'Vil tjene sine egne penge og flytte hjemmefra.',
    'Er i tvivl, men vil gerne prøve noget med it.',
  ],
  insight: [
    'Har været i praktik to steder og ved nu, at et kontor ikke er noget.',
    'Bliver hurtigt træt af store klasser og vil hellere lære i en lille gruppe.',
  ],
  skills: [
    'Møder til tiden og har kørekort.',
    'God med mennesker; taler dansk og ukrainsk.',
    'Kan svejse lidt.',
  ],
} as const;

type Stage = 'school' | 'youth' | 'adult';
const good: Readonly<Record<Stage, readonly string[]>> = {
  school: ['upper-secondary', 'eud', 'fgu', 'leisure-job', 'work-experience', 'clarified-education-wish'],
  youth: [
    ...['eud', 'eux', 'upper-secondary', 'fgu', 'apprenticeship', 'apprenticeship', 'ordinary-job'],
    ...[
      'folk-high-school',
      'higher-education',
      'company-placement',
      'military-service',
      'clarified-job-wish',
    ],
  ],
  adult: ['ordinary-job', 'ordinary-job', 'higher-education', 'apprenticeship', 'flex-job', 'wage-subsidy'],
};
const otherwise: Readonly<Record<Stage, readonly string[]>> = {
  school: ['seeking', 'other', 'not-seeking'],
  youth: ['seeking', 'seeking', 'not-seeking', 'ill', 'other'],
  adult: ['seeking', 'ill', 'not-seeking', 'seeking'],
};
const withCompany = new Set([
  ...[
    'apprenticeship',
    'ordinary-job',
    'company-placement',
    'wage-subsidy',
    'leisure-job',
    'work-experience',
  ],
  'flex-job',
]);
const atSchool = new Set(['upper-secondary', 'eud', 'eux', 'fgu', 'higher-education', 'folk-high-school']);

/** Young people whose share with a positive destination rises gently until today; the same for the same random numbers. */
export function inventParticipants(
  count: number,
  today: PlainDate,
  random: () => number,
): InventedParticipant[] {
  return Array.from({ length: count }, (_, index) => invent(index, count, today, random));
}

function invent(index: number, count: number, today: PlainDate, random: () => number): InventedParticipant {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const sometimes = (chance: number, all: readonly string[]): string => (random() < chance ? pick(all) : '');
  const begin = addMonths(today, -monthsBack);
  const span = diffDays(begin, today);
  const isNew = index > count * 0.7;
  const joinedOn = addDays(begin, isNew ? Math.floor(random() * (span - 20)) : -Math.floor(random() * 20));
  const age = 15 + Math.floor(random() * 15);
  const stage: Stage = age < 18 ? 'school' : age < 25 ? 'youth' : 'adult';
  // Spread evenly instead of drawn, so that three hundred people show the curve and not the luck of the draw.
  const luck = (index * 0.618_033_988_7) % 1;
  const known = (index * 0.754_877_666_2) % 1;
  const turns = addDays(begin, Math.round(((luck - shareThen) / rise) * span));
  const chapters = chaptersOf({ stage, joinedOn, turns, known, today }, pick, random);
  return {
    pseudonym: `UNG-${String(index + 1).padStart(5, '0')}`,
    birthYear: Number(today.slice(0, 4)) - age,
    sex: random() < 0.48 ? 'female' : 'male',
    district: pick(districts),
    school: stage === 'school' ? pick(schools) : null,
    outlook: sometimes(0.5, words.outlook),
    insight: sometimes(0.25, words.insight),
    skills: sometimes(0.3, words.skills),
    joinedOn,
    consentExpiresOn: index % 75 === 40 ? addDays(today, 12) : addYears(joinedOn, 2),
    spells: chapters.map(([typeKey, from], at) => {
      const next = chapters[at + 1]?.[1];
      const isLate = known > 0.12 && known < 0.28;
      return spellOf(
        typeKey,
        from,
        next === undefined ? null : addDays(next, -1),
        { today, isLate },
        random(),
      );
    }),
  };
}

interface Course {
  readonly stage: Stage;
  readonly joinedOn: PlainDate;
  /** The day on which things begin to go well; long ago or never for most. */
  readonly turns: PlainDate;
  readonly known: number;
  readonly today: PlainDate;
}

type Chapter = readonly [typeKey: string, from: PlainDate];

/** What somebody does, chapter by chapter; no two neighbours are the same. */
function chaptersOf(
  { stage, joinedOn, turns, known, today }: Course,
  pick: (all: readonly string[]) => string,
  random: () => number,
): Chapter[] {
  const other = (all: readonly string[], not: string | undefined): string =>
    pick(all.filter((key) => key !== not));
  const chapters: Chapter[] = [];
  const add = (key: string, from: PlainDate): void => {
    if (from < today && from > (chapters.at(-1)?.[1] ?? '')) chapters.push([key, from]);
  };
  if (known > 0.05 && known < 0.12) add('unknown', joinedOn);
  const begins = chapters.length === 0 ? joinedOn : addDays(joinedOn, 60 + Math.floor(random() * 150));
  if (turns > begins) {
    add(other(otherwise[stage], undefined), begins);
    if (random() < 0.4)
      add(other(otherwise[stage], chapters.at(-1)?.[0]), addDays(begins, 90 + Math.floor(random() * 60)));
    while ((chapters.at(-1)?.[1] ?? '') >= turns) chapters.pop();
  }
  if (turns < today) {
    const started = turns > begins ? turns : begins;
    add(other(good[stage], undefined), started);
    if (random() < 0.5)
      add(other(good[stage], chapters.at(-1)?.[0]), addDays(started, 120 + Math.floor(random() * 200)));
  }
  if (known < 0.05) add('unknown', addDays(today, -10 - Math.floor(random() * 120)));
  return chapters;
}

/** A chapter as a destination with its confirmations; when it is late, its last review is still to be done. */
function spellOf(
  typeKey: string,
  from: PlainDate,
  to: PlainDate | null,
  { today, isLate }: { today: PlainDate; isLate: boolean },
  chance: number,
): InventedSpell {
  const reviews = reviewDays(from, to ?? today);
  const last = reviews.at(-1);
  const leftOut = to === null && isLate && last !== undefined && last < today && diffDays(last, today) < 70;
  const confirmations = leftOut ? reviews.slice(0, -1) : reviews;
  const confirmedOn = confirmations.at(-1) ?? from;
  return {
    typeKey,
    from,
    to,
    source: sourceOf(typeKey),
    confidence: chance < 0.85 ? 'certain' : 'uncertain',
    confirmedOn,
    nextReviewOn: to !== null || typeKey === 'unknown' ? null : nextReview({ from, to }, confirmedOn),
    confirmations,
    atCompany: withCompany.has(typeKey) && chance < 0.75,
  };
}

function sourceOf(typeKey: string): DestinationSource {
  if (atSchool.has(typeKey)) return 'school';
  if (typeKey === 'seeking' || typeKey === 'not-seeking' || typeKey === 'ill') return 'jobcentre';
  if (typeKey === 'ordinary-job' || typeKey === 'flex-job') return 'income-register';
  return withCompany.has(typeKey) ? 'company' : typeKey === 'unknown' ? 'caseworker' : 'young-person';
}

import type { InitiativeStage, ReviewDecision } from '#libs/api-schema';

/** A review of the example: when, what it decided and what was seen. */
export interface ExampleReview {
  readonly daysAgo: number;
  readonly decision: ReviewDecision;
  readonly words: string;
}

/** An initiative of the example. Days are counted from the day it is filled. */
export interface ExampleInitiative {
  readonly name: string;
  readonly purpose: string;
  readonly outcome: 'outcome.destination' | 'outcome.promise' | 'outcome.reach';
  readonly units: readonly string[];
  readonly stopRule: string;
  /** Negative: the review is overdue. Null: it has not started, or it is over. */
  readonly reviewIn: number | null;
  readonly createdDaysAgo: number;
  /** When it got to each stage after the idea, and why. */
  readonly moves: readonly (readonly [to: InitiativeStage, daysAgo: number, reason: string])[];
  readonly reviews: readonly ExampleReview[];
  readonly learned?: string;
}

const moved = 'Mange unge kommer, men butikkerne vil hellere mødes hos dem selv. Vi flytter caféen ud.';
const faster = 'Svartiden er nede på fire timer. Hirtshals og Sindal kommer med fra nytår.';
const settled = 'Ingen har ventet længere end tre dage. Stillingen er nu en del af driften.';
const reached = 'Tre samtaler på en hel dag. Stopreglen er nået.';

/** Initiatives on every stage; one review is overdue, and one was stopped by its own rule. */
export const exampleInitiatives: readonly ExampleInitiative[] = [
  {
    name: 'Delte lærepladser',
    purpose: 'To mestre deler én lærling det første halve år, så ingen af dem står med det alene.',
    outcome: 'outcome.destination',
    units: [],
    stopRule: '',
    reviewIn: null,
    createdDaysAgo: 8,
    moves: [],
    reviews: [],
  },
  {
    name: 'Mentor på værkstedet',
    purpose: 'En erfaren kollega følger den unge de første tre måneder.',
    outcome: 'outcome.destination',
    units: ['Jobcenter Ung'],
    stopRule: 'Vi stopper, hvis under halvdelen af de unge stadig er der efter otte uger.',
    reviewIn: -9,
    createdDaysAgo: 150,
    moves: [['small_test', 102, 'Fire virksomheder har sagt ja til at prøve.']],
    reviews: [],
  },
  {
    name: 'Kaffevognen på havnen',
    purpose: 'Det opsøgende team holder på havnen i Hirtshals to aftener om ugen og kender de unge ved navn.',
    outcome: 'outcome.reach',
    units: ['Ungeteamet', 'Foreningen Fritid for Alle'],
    stopRule: 'Vi stopper, hvis færre end seks unge har lagt en plan efter tre måneder.',
    reviewIn: 22,
    createdDaysAgo: 96,
    moves: [['small_test', 61, 'Vognen er lånt, og foreningen stiller to frivillige.']],
    reviews: [],
  },
  {
    name: 'Fritidsjob-caféen',
    purpose: 'Unge under 18 møder butikker, der søger hjælp, en eftermiddag om måneden.',
    outcome: 'outcome.destination',
    units: ['Ungdomsskolen'],
    stopRule: 'Vi stopper, hvis færre end fem unge får job i et kvartal.',
    reviewIn: 34,
    createdDaysAgo: 380,
    moves: [
      ['small_test', 330, 'Ungdomsskolen lægger lokale til.'],
      ['adapt', 58, moved],
    ],
    reviews: [
      { daysAgo: 190, decision: 'continue', words: 'Ni unge fik job i første kvartal. Vi fortsætter.' },
      { daysAgo: 58, decision: 'adapt', words: moved },
    ],
  },
  {
    name: 'Én indgang for virksomheden',
    purpose: 'Ét telefonnummer, når en garantipartner har brug for hjælp.',
    outcome: 'outcome.promise',
    units: ['Virksomhedsservice', 'Ungeteamet'],
    stopRule: 'Vi stopper, hvis svartiden er over to hverdage i to måneder i træk.',
    reviewIn: 61,
    createdDaysAgo: 415,
    moves: [
      ['small_test', 360, 'Vi prøver med de 20 partnere i Hjørring by.'],
      ['spread', 29, faster],
    ],
    reviews: [
      { daysAgo: 210, decision: 'continue', words: 'Svartiden er halveret. Vi mangler en afløser i ferien.' },
      { daysAgo: 29, decision: 'spread', words: faster },
    ],
  },
  {
    name: 'Fast praktikkoordinator på FGU',
    purpose: 'Tager imod hver ung, som en virksomhed giver videre.',
    outcome: 'outcome.promise',
    units: ['FGU Vendsyssel'],
    stopRule: 'Vi stopper, hvis en ung må vente mere end en uge på et svar.',
    reviewIn: 152,
    createdDaysAgo: 700,
    moves: [
      ['small_test', 640, 'FGU afsætter ti timer om ugen.'],
      ['spread', 400, 'Det virker. Nu gælder det alle partnere.'],
      ['embedded', 82, settled],
    ],
    reviews: [
      { daysAgo: 400, decision: 'spread', words: 'Det virker. Nu gælder det alle partnere.' },
      { daysAgo: 82, decision: 'embed', words: settled },
    ],
  },
  {
    name: 'Jobmesse i hallen',
    purpose: 'En årlig messe med alle garantipartnere.',
    outcome: 'outcome.destination',
    units: ['Erhvervsservice'],
    stopRule: 'Vi stopper, hvis messen ikke fører til mindst ti samtaler om praktik.',
    reviewIn: null,
    createdDaysAgo: 500,
    moves: [
      ['small_test', 420, 'Hallen er booket, og 30 partnere kommer.'],
      ['closed', 240, reached],
    ],
    reviews: [{ daysAgo: 240, decision: 'close', words: reached }],
    learned:
      'De unge, det handler om, kommer ikke til en messe. De skal mødes to og to, der hvor arbejdet er. Besøgene i mindre hold kom ud af det.',
  },
];

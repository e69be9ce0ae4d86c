import type { AgendaContent } from '#libs/api-schema';

/** Whoever commits to something in the example. `company 3` is the fourth of its companies. */
export type Committed = 'municipality' | 'school' | 'association' | `company ${number}`;

/** What the text refers to, made where it is written down. */
export interface AgendaNames {
  /** Keys of outcomes and of the indicators that follow them. */
  readonly outcomes: Readonly<
    Record<'destination' | 'promise' | 'reach', readonly [id: string, indicatorId: string]>
  >;
  readonly organisation: (who: Committed) => string;
  /** The same key for the same name, so that items keep theirs from version to version. */
  readonly key: (name: string) => string;
}

const title = 'Ungegarantien i Hjørring';
const mission = 'Ingen ung bliver sluppet, før den næste har taget imod.';
const vision = 'Alle unge har en plads i fællesskabet og en vej videre, de selv har valgt.';

const destination = {
  title: 'Flere unge er i gang med noget, der fører videre',
  description: 'Uddannelse, lære, job eller et afklaret ønske. Vi følger det måned for måned.',
};
const promise = {
  title: 'Når en ung banker på, bliver der åbnet',
  description: 'Hver henvendelse får et svar til tiden og ender med en plads eller en, der tager over.',
};
const reach = {
  title: 'Ingen unge er under radaren',
  description:
    'Vi kender de unge, som hverken er i job eller uddannelse, og de har en voksen, de kan ringe til.',
};

const contracts = {
  title: 'Garantikontrakter',
  description:
    'Virksomhederne formulerer selv, hvad de vil forpligte sig til, og fornyer det hvert andet år.',
};
const small = {
  title: 'Prøv i det små',
  description: 'Hver indsats har en stopregel og en dato for status. Det, der ikke virker, holder vi op med.',
};
const found = {
  title: 'Opsøgende arbejde, hvor de unge er',
  description: 'På havnen, i hallen og hjemme ved køkkenbordet, sammen med foreningerne.',
};

type Pledge = readonly [who: Committed, commitment: string, outcome: keyof AgendaNames['outcomes']];

const firstPledges: readonly Pledge[] = [
  ['municipality', 'Én kontaktperson til hver garantipartner', 'promise'],
  ['municipality', 'Ungeteamet møder enhver ung inden for en uge', 'destination'],
  ['school', 'Praktikkoordinatoren tager imod unge, som en virksomhed giver videre', 'promise'],
  ['company 0', 'To lærlingepladser om året', 'destination'],
  ['company 2', 'Fem unge i virksomhedspraktik om året', 'destination'],
];
const laterPledges: readonly Pledge[] = [
  ['municipality', 'Svarer virksomheden inden for to hverdage, når den beder om hjælp', 'promise'],
  ['municipality', 'Et opsøgende team på tre medarbejdere med fast plads i Hirtshals', 'reach'],
  ['school', 'Optag hver måned i stedet for to gange om året', 'destination'],
  ['association', 'Åbent hus hver torsdag aften for unge uden fast holdepunkt', 'reach'],
  ['company 5', 'Et ugentligt besøg af FGU-elever på værkstedet', 'destination'],
  ['company 9', 'Mentor til hver ung, der begynder i virksomheden', 'destination'],
  ['company 14', 'Tager imod unge, som en anden partner i branchen ikke har plads til', 'promise'],
];

/** The text of the first version, the one in force, and the draft of the next. */
export function exampleAgenda(number: 1 | 2 | 3, names: AgendaNames): AgendaContent {
  const { outcomes, organisation, key } = names;
  const outcome = (which: keyof AgendaNames['outcomes'], text: { title: string; description: string }) => ({
    id: outcomes[which][0],
    indicatorId: outcomes[which][1],
    ...text,
  });
  const strategy = (text: { title: string; description: string }) => ({ id: key(text.title), ...text });
  const pledges = number === 1 ? firstPledges : [...firstPledges, ...laterPledges];
  return {
    title,
    problem: problems[number],
    vision: number === 1 ? 'Alle unge er i job eller uddannelse.' : vision,
    mission,
    outcomes: [
      outcome('destination', destination),
      outcome('promise', promise),
      ...(number === 1 ? [] : [outcome('reach', reach)]),
    ],
    strategies: [
      strategy(contracts),
      ...(number === 1 ? [] : [strategy(small), strategy(found)]),
      ...(number === 3 ? [strategy(leisure)] : []),
    ],
    contributions: pledges.map(([who, commitment, which]) => ({
      id: key(`${who}: ${commitment}`),
      organisationId: organisation(who),
      commitment,
      outcomeId: outcomes[which][0],
    })),
  };
}

const leisure = {
  title: 'Fritidsjob som det første skridt',
  description: 'Et fritidsjob før man fylder 16 er den bedste vaccine mod at falde ud senere.',
};

const known =
  'For mange unge mellem 6 og 29 år står uden for uddannelse og job. Nogle af dem kender vi ikke, og mange har mødt en lukket dør, da de selv tog kontakt.';
const problems = {
  1: 'For mange unge mellem 15 og 29 år står uden for uddannelse og job.',
  2: known,
  3: `${known} De 13–15-årige er på vej ud, længe før vi opdager det.`,
} as const;

/** What an organisation answered to the version in force; without an answer it is awaited. */
export interface ExampleAnswer {
  readonly who: Committed;
  readonly by: string;
  readonly answer: 'consent' | 'concern' | null;
  readonly words: string;
}

const yes = (who: Committed, by: string): ExampleAnswer => ({ who, by, answer: 'consent', words: '' });

/** Two with a concern, one still awaited, the others consent. */
export const exampleAnswers: readonly ExampleAnswer[] = [
  yes('municipality', 'Lone Bech Nørgaard'),
  {
    who: 'school',
    by: 'Jytte Skovbjerg',
    answer: 'concern',
    words:
      'Vi er med, men der skal være et fast mødetidspunkt for vejlederne, ellers falder de unge mellem to stole.',
  },
  yes('association', 'Morten Aagaard'),
  yes('company 0', 'Karen Ærtebjerg'),
  yes('company 2', 'Birthe Åkjær'),
  {
    who: 'company 5',
    by: 'Niels Kærsig',
    answer: 'concern',
    words: 'Fem dages svartid er svært, når alle er på landevejen. Vi vil gerne kunne svare med en sms.',
  },
  yes('company 9', 'Freja Vadsholt'),
  { who: 'company 14', by: '', answer: null, words: '' },
  yes('company 21', 'Søren Brinkvad'),
];

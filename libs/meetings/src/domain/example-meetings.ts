import type { AgendaItemType, ConsentAnswer } from '#libs/api-schema';

/** Who takes part in the example's meetings: the founder, and invented people who have left the groups since. */
export type Attendee = 'founder' | 'lone' | 'hassan' | 'jytte' | 'ole';

/** Names of the invented ones. */
export const attendeeNames: Readonly<Record<Exclude<Attendee, 'founder'>, string>> = {
  lone: 'Lone Bech Nørgaard',
  hassan: 'Hassan Demir',
  jytte: 'Jytte Skovbjerg',
  ole: 'Ole Thorndal',
};

/** An item of an example's meeting with what came of it. */
export interface ExampleItem {
  readonly type: AgendaItemType;
  readonly title: string;
  readonly description?: string;
  readonly minutes: number;
  readonly indicator?: 'indicator.destination' | 'indicator.promise';
  readonly notes?: readonly (readonly [by: Attendee, text: string])[];
  readonly decision?: {
    readonly text: string;
    readonly by: Attendee;
    readonly answers: readonly (readonly [by: Attendee, answer: ConsentAnswer, reason?: string])[];
  };
  /** All are the founder's; days are counted from the day the example is filled. */
  readonly actions?: readonly { readonly title: string; readonly dueIn: number; readonly doneIn?: number }[];
}

/** A meeting of the example. */
export interface ExampleMeeting {
  readonly group: 'steering' | 'working';
  readonly title: string;
  /** Days from the day the example is filled, moved to a working day. */
  readonly inDays: number;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  /** Approved so many days after it was held; absent: not yet, or not yet held. */
  readonly approvedAfter?: number;
  readonly there: readonly Attendee[];
  readonly items: readonly ExampleItem[];
}

/** Three meetings that were held and one that is planned. */
export const exampleMeetings: readonly ExampleMeeting[] = [
  {
    group: 'steering',
    title: 'Styregruppemøde om garantiens andet år',
    inDays: -96,
    time: '13:00',
    minutes: 120,
    place: 'Hjørring Rådhus, mødelokale 3',
    approvedAfter: 6,
    there: ['founder', 'lone', 'hassan', 'jytte', 'ole'],
    items: [
      {
        type: 'inform',
        title: 'Siden sidst',
        minutes: 15,
        notes: [
          ['founder', 'Elleve nye garantipartnere siden sidste møde, de fleste inden for byggeri og omsorg.'],
          ['hassan', 'Jobcenteret har fået én fast kontaktperson til hver garantipartner.'],
        ],
      },
      {
        type: 'discuss',
        title: 'Hvorfor svarer nogle partnere for sent?',
        minutes: 45,
        indicator: 'indicator.promise',
        notes: [
          ['ole', 'På et værksted læser ingen mail før aften. En sms ville gøre forskellen.'],
          ['jytte', 'De unge giver op efter en uges tavshed. Det skal vi vise partnerne.'],
        ],
      },
      {
        type: 'decide',
        title: 'Hvem tager over, når en partner ikke har en plads?',
        minutes: 40,
        notes: [['lone', 'Ingen må blive sluppet. Det er det løfte, vi bliver målt på.']],
        decision: {
          by: 'lone',
          text: 'Praktikkoordinatoren på FGU tager imod enhver ung, som en partner giver videre, og svarer inden to hverdage.',
          answers: [
            ['founder', 'consent'],
            ['lone', 'consent'],
            ['hassan', 'consent'],
            ['jytte', 'concern', 'Vi har én koordinator. Ved sygdom skal jobcenteret kunne træde til.'],
            ['ole', 'consent'],
          ],
        },
        actions: [
          { title: 'Skriv aftalen om videregivelse ind i næste kontraktskabelon', dueIn: -40, doneIn: -44 },
          { title: 'Aftal afløser for praktikkoordinatoren med jobcenteret', dueIn: -60, doneIn: -51 },
        ],
      },
    ],
  },
  {
    group: 'steering',
    title: 'Styregruppemøde om dagsordenen',
    inDays: -33,
    time: '13:00',
    minutes: 120,
    place: 'FGU Vendsyssel, kantinen',
    approvedAfter: 8,
    there: ['founder', 'lone', 'hassan', 'jytte', 'ole'],
    items: [
      {
        type: 'inform',
        title: 'Opfølgning på handlinger',
        minutes: 10,
        notes: [['founder', 'Begge handlinger fra sidst er udført. Afløseren er Pia fra ungeteamet.']],
      },
      {
        type: 'discuss',
        title: 'Vend kurven: unge med en positiv destination',
        minutes: 50,
        indicator: 'indicator.destination',
        notes: [
          ['hassan', 'Stigningen kommer især fra de 18–24-årige. De yngste flytter sig mindre.'],
          ['jytte', 'Fritidsjob er det første skridt for mange, men de står ikke i tallene.'],
          ['lone', 'Vi skal se på Hirtshals og Tårs for sig selv.'],
        ],
        actions: [
          { title: 'Vis kurven fordelt på distrikt til næste møde', dueIn: -5 },
          { title: 'Spørg fem unge i Hirtshals, hvad der holder dem tilbage', dueIn: 12 },
        ],
      },
      {
        type: 'decide',
        title: 'Næste runde af genforhandlinger',
        minutes: 40,
        decision: {
          by: 'founder',
          text: 'Kontrakter, der udløber inden for 90 dage, tages op i runder på højst 25, og hver partner får et besøg.',
          answers: [
            ['founder', 'consent'],
            ['lone', 'consent'],
            ['hassan', 'concern', 'Besøgene kræver timer, vi ikke har i december.'],
            ['jytte', 'consent'],
            ['ole', 'consent'],
          ],
        },
        actions: [
          { title: 'Læg en besøgsplan for første runde', dueIn: -12 },
          { title: 'Find to garantipartnere, der vil tage med på besøg', dueIn: 19 },
        ],
      },
    ],
  },
  {
    group: 'working',
    title: 'Arbejdsgruppen: flere lærepladser til sommer',
    inDays: -10,
    time: '08:30',
    minutes: 90,
    place: 'Erhvervshuset, Hjørring',
    there: ['founder', 'jytte', 'ole'],
    items: [
      {
        type: 'discuss',
        title: 'Hvor mangler der lærepladser?',
        minutes: 40,
        notes: [
          ['ole', 'Smede- og elfagene mangler folk, men de små mestre tør ikke stå med det alene.'],
          ['jytte', 'Tolv af vores elever er klar til en læreplads fra august.'],
        ],
      },
      {
        type: 'decide',
        title: 'Delte lærepladser',
        minutes: 40,
        decision: {
          by: 'ole',
          text: 'Vi prøver delte lærepladser i tre virksomheder: to mestre deler én lærling det første halve år.',
          answers: [
            ['founder', 'consent'],
            ['jytte', 'consent'],
            ['ole', 'consent'],
          ],
        },
        actions: [{ title: 'Skriv indsatsen ind i porteføljen med stopregel', dueIn: 4 }],
      },
    ],
  },
  {
    group: 'steering',
    title: 'Styregruppemøde: hvad har garantien flyttet?',
    inDays: 5,
    time: '13:00',
    minutes: 120,
    place: 'Hjørring Rådhus, mødelokale 3',
    there: [],
    items: [
      {
        type: 'inform',
        title: 'Opfølgning på handlinger',
        description: 'Vi begynder med det, vi lovede hinanden sidst.',
        minutes: 15,
      },
      {
        type: 'discuss',
        title: 'Vend kurven: unge med en positiv destination',
        description: 'Hvad er historien bag kurven, og hvad kan vi gøre mere af uden flere penge?',
        minutes: 50,
        indicator: 'indicator.destination',
      },
      {
        type: 'decide',
        title: 'Skal mentorordningen fortsætte?',
        description: 'Status skulle have været gjort for ni dage siden. Stopreglen er tæt på.',
        minutes: 30,
      },
      {
        type: 'decide',
        title: 'Udkast til ny dagsorden i høring',
        description: 'Forslag om at føje de 13–15-årige til og gøre fritidsjob til en strategi.',
        minutes: 25,
      },
    ],
  },
];

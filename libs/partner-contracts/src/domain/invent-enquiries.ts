import { addDays, copenhagenInstant, type PlainDate, weekdayOf } from '#libs/kernel';
import {
  type Declined,
  type Enquiry,
  type EnquiryMove,
  handOn,
  move,
  receive,
  type Receiver,
} from './enquiry.js';

/** A partner that invented enquiries can go to. */
export interface InventedPartner {
  readonly id: string;
  readonly name: string;
  readonly responseDays: number;
  /** Since when its contract is in force. */
  readonly startsOn: PlainDate;
}

/** One move of an invented chain, with whose it was and whom it went to. */
export interface InventedStep {
  readonly what: EnquiryMove | 'receive';
  readonly at: Date;
  readonly by: string;
  readonly to: Receiver | null;
}

/** A chain as its actions would have left it. */
export interface InventedChain {
  readonly enquiry: Enquiry;
  readonly steps: readonly InventedStep[];
}

/** Days after it was received, and what then happens. */
type Course = readonly (readonly [
  afterDays: number,
  what: EnquiryMove | 'hand-on-to-coordinator' | 'hand-on-for-them',
])[];

/** Who takes over when the chain is handed to a person instead of a partner. */
export const inventedCoordinator = 'Birgit Nordahl';
/** Who hands on when the partner does not answer. */
export const inventedCaseworker = 'Pia Mølgaard';

/** The newest chains are open; the last three wait longer than promised. */
const open: readonly (readonly [ageDays: number, course: Course])[] = [
  [0, []],
  [1, []],
  [2, []],
  [3, [[1, 'hand-on']]],
  [4, [[2, 'ask-for-help']]],
  [
    6,
    [
      [1, 'hand-on'],
      [3, 'decline'],
    ],
  ],
  [9, []],
  [12, [[2, 'hand-on-to-coordinator']]],
  [
    23,
    [
      [3, 'hand-on'],
      [6, 'decline'],
      [8, 'hand-on'],
    ],
  ],
];

/**
 * Chains of the last thirteen months by the rules of an enquiry: nine open, of which three late, the others ended; the
 * share of kept promises rises a little. A chain goes to partners whose contract was in force, if there are enough.
 */
export function inventEnquiries(
  count: number,
  partners: readonly InventedPartner[],
  { today, now }: { today: PlainDate; now: Date },
  random: () => number,
): InventedChain[] {
  const span = 392;
  let owed = 0;
  const ended = Array.from({ length: count - open.length }, (_, index) => {
    const ageDays = 3 + Math.floor((index * span) / (count - open.length));
    // Counted instead of drawn: a month has enough broken promises to be shown, and not the luck of the draw.
    owed += 0.16 + 0.08 * (ageDays / span);
    const isBroken = owed >= 1 && ageDays > 13;
    if (isBroken) owed -= 1;
    return [ageDays, isBroken ? brokenCourse(random) : keptCourse(random)] as const;
  });
  if (partners.length === 0) return [];
  return [...open, ...ended].map(([ageDays, course]) => {
    const receivedAt = workingTime(addDays(today, -ageDays), now, random());
    const there = partners.filter(({ startsOn }) => startsOn < addDays(today, -ageDays - 2));
    return play(receivedAt, course, { partners: there.length < 4 ? partners : there, now, random });
  });
}

/** A chain that nobody can call a kept promise. */
function brokenCourse(random: () => number): Course {
  const late = 7 + random() * 5;
  const chance = random();
  if (chance < 0.6) return [[late, 'offer']];
  if (chance > 0.85) return [[late, 'withdraw']];
  return [
    [late, 'hand-on-for-them'],
    [late + 2, 'accept'],
  ];
}

/** A chain that was answered in time and led to somebody who took over, or was withdrawn before that. */
function keptCourse(random: () => number): Course {
  const chance = random();
  const soon = 0.2 + random() * 3.4;
  const next = soon + 0.8 + random() * 3;
  if (chance < 0.05) return [[soon, 'withdraw']];
  if (chance < 0.68) return [[soon, 'offer']];
  if (chance > 0.95)
    return [
      [soon, 'hand-on'],
      [next, 'decline'],
      [next + 1, 'hand-on'],
      [next + 2.4, 'accept'],
    ];
  return [
    [soon, chance < 0.76 ? 'hand-on-to-coordinator' : 'hand-on'],
    [next, 'accept'],
  ];
}

/** Between eight and four on the day, or on the working day before; never later than half an hour ago. */
function workingTime(day: PlainDate, now: Date, chance: number): Date {
  const weekday = weekdayOf(day);
  const worked = weekday > 5 ? addDays(day, 5 - weekday) : day;
  const minute = Math.floor(chance * 480);
  const time = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const at = copenhagenInstant(worked, time);
  const latest = new Date(now.getTime() - 30 * 60_000);
  return at < latest ? at : latest;
}

interface Field {
  readonly partners: readonly InventedPartner[];
  readonly now: Date;
  readonly random: () => number;
}

function play(receivedAt: Date, course: Course, { partners, now, random }: Field): InventedChain {
  const pick = (not: readonly string[]): InventedPartner | undefined => {
    const rest = partners.filter(({ id }) => !not.includes(id));
    return rest[Math.floor(random() * rest.length)];
  };
  const nameOf = (id: string | null): string => partners.find((one) => one.id === id)?.name ?? '';
  const partner = pick([]);
  if (partner === undefined) throw new Error('an enquiry goes to a partner');
  let enquiry = receive(partner.id, partner.responseDays, receivedAt);
  let asked: Receiver | null = null;
  const declined: Declined[] = [];
  const steps: InventedStep[] = [
    { what: 'receive', at: receivedAt, by: '', to: { kind: 'partner', organisationId: partner.id } },
  ];
  for (const [afterDays, given] of course) {
    const at = new Date(Math.min(receivedAt.getTime() + afterDays * 86_400_000, now.getTime() - 10 * 60_000));
    const holder = nameOf(enquiry.holderId);
    const byPartner = given !== 'hand-on-for-them' && enquiry.holderId === partner.id && asked === null;
    if (given === 'hand-on' || given === 'hand-on-for-them' || given === 'hand-on-to-coordinator') {
      const next =
        given === 'hand-on-to-coordinator'
          ? undefined
          : pick([partner.id, ...declined.map(({ key }) => key)]);
      const receiver: Receiver =
        next === undefined
          ? { kind: 'coordinator', name: inventedCoordinator }
          : { kind: 'partner', organisationId: next.id };
      enquiry = handOn(enquiry, receiver, declined, at, byPartner);
      asked = receiver;
      steps.push({ what: 'hand-on', at, by: byPartner ? holder : inventedCaseworker, to: receiver });
      continue;
    }
    const answerer: string = asked?.kind === 'coordinator' ? asked.name : holder;
    if (given === 'decline' && asked?.kind === 'partner')
      declined.push({ key: asked.organisationId, name: holder });
    enquiry = move(enquiry, given, at, byPartner && given !== 'withdraw');
    steps.push({ what: given, at, by: given === 'withdraw' ? 'young-person' : answerer, to: null });
    asked = null;
  }
  return { enquiry, steps };
}

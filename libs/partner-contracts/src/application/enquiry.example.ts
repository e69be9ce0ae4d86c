import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import { type AgeBand, enquiryConsentVersion } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { type Enquiry, handOn, move, outcomeOf, receive } from '../domain/enquiry.js';
import { type ActivePartner, EnquiryPartners } from './enquiry-partners.js';
import { EnquiryRepository, type NewStep } from './enquiry.repository.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const firstNames = [
  'Freja',
  'Noah',
  'Alma',
  'Oscar',
  'Ida',
  'Emil',
  'Sofie',
  'Malthe',
  'Yasmin',
  'Storm',
  'Åse',
  'Mikkel',
];
const wishes = [
  'Jeg vil gerne prøve to ugers praktik.',
  'Jeg leder efter et fritidsjob om lørdagen.',
  'Jeg vil gerne i lære, helst til sommer.',
  'Jeg vil bare gerne se, hvordan der er at arbejde hos jer.',
  'Jeg er i tvivl om min uddannelse og vil gerne prøve noget andet.',
];
const places = ['To ugers praktik', 'Fritidsjob om lørdagen', 'Læreplads fra august', 'En dag på værkstedet'];
const bands: readonly AgeBand[] = ['13-15', '16-17', '16-17', '18-24', '18-24', '25-29'];

/** How an invented chain goes on: days after it was received, and what then happens. */
type Course = readonly (readonly [
  afterDays: number,
  what: 'offer' | 'hand-on' | 'accept' | 'decline' | 'help' | 'withdraw',
])[];

const keptByOffer: Course = [[1, 'offer']];
const keptByHandOn: Course = [
  [2, 'hand-on'],
  [4, 'accept'],
];
const answeredLate: Course = [[12, 'offer']];
const withdrawn: Course = [[2, 'withdraw']];
/** The newest chains are open, one of each kind. */
const open: readonly (readonly [ageDays: number, course: Course])[] = [
  [0.4, []],
  [2, []],
  [9, []],
  [3, [[1, 'hand-on']]],
  [
    6,
    [
      [1, 'hand-on'],
      [3, 'decline'],
    ],
  ],
  [5, [[2, 'help']]],
  [21, [[3, 'hand-on']]],
];
const ended = 60;

/** Fills the example alliance with invented enquiries: most promises kept, some not, some still open. */
@Injectable()
export class EnquiryExample implements ExamplePart {
  readonly name = 'enquiries';
  readonly order = 30;

  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly partners: EnquiryPartners,
  ) {}

  /** Writes chains as their actions would have left them on the days they stand for; no mails, no feed. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const partners = await this.partners.search(tx, '', 500);
    if (partners.length < 2) return;
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(example.random() * all.length)];
    const chains: (readonly [number, Course])[] = [
      ...open,
      ...Array.from({ length: ended }, (_, index) => [16 + index * 5, courseOf(example.random())] as const),
    ];
    for (const [ageDays, course] of chains) {
      const partner = pick(partners);
      const receiver = pick(partners.filter(({ id }) => id !== partner?.id));
      if (partner === undefined || receiver === undefined) return;
      const receivedAt = new Date(tx.now().getTime() - ageDays * dayMs);
      const { enquiry, steps } = play(partner, receiver, receivedAt, course, pick(places) ?? '');
      const id = newId();
      await this.enquiries.insert(tx, {
        id,
        enquiry: receive(partner.id, partner.responseDays, receivedAt),
        channel: example.random() < 0.3 ? 'school' : 'caseworker',
        caseOrganisationId: example.municipalityId,
        consentVersion: enquiryConsentVersion,
        person: {
          firstName: pick(firstNames) ?? '',
          ageBand: pick(bands) ?? '16-17',
          wish: pick(wishes) ?? '',
          contactChannel: 'through-caseworker',
          contactAddress: null,
          locale: 'da',
          participantId: null,
        },
      });
      for (const step of steps) await this.enquiries.addStep(tx, id, step);
      await this.enquiries.save(tx, id, enquiry);
    }
  }
}

function courseOf(chance: number): Course {
  if (chance < 0.62) return keptByOffer;
  if (chance < 0.82) return keptByHandOn;
  return chance < 0.94 ? answeredLate : withdrawn;
}

function play(
  partner: ActivePartner,
  receiver: ActivePartner,
  receivedAt: Date,
  course: Course,
  place: string,
): { enquiry: Enquiry; steps: NewStep[] } {
  let enquiry = receive(partner.id, partner.responseDays, receivedAt);
  const step = (happenedAt: Date, given: Omit<NewStep, 'id'>): NewStep => ({
    ...given,
    id: newId(),
    happenedAt,
  });
  const steps = [
    step(receivedAt, { kind: 'received', byName: 'Hjørring Kommune', toOrganisationId: partner.id }),
  ];
  for (const [afterDays, what] of course) {
    if (outcomeOf(enquiry.state) !== null) break;
    const at = new Date(receivedAt.getTime() + afterDays * dayMs + hourMs);
    const contact = { contactPerson: 'Kontaktpersonen', contactReach: 'Ring til receptionen' };
    switch (what) {
      case 'offer':
        enquiry = move(enquiry, 'offer', at, true);
        steps.push(step(at, { kind: 'offered', byName: partner.name, place, ...contact }));
        break;
      case 'hand-on':
        enquiry = handOn(enquiry, { kind: 'partner', organisationId: receiver.id }, [], at, true);
        steps.push(step(at, { kind: 'handed-on', byName: partner.name, toOrganisationId: receiver.id }));
        break;
      case 'accept':
        enquiry = move(enquiry, 'accept', at);
        steps.push(step(at, { kind: 'accepted', byName: receiver.name, ...contact }));
        break;
      case 'decline':
        enquiry = move(enquiry, 'decline', at);
        steps.push(step(at, { kind: 'declined', byName: receiver.name }));
        break;
      case 'help':
        enquiry = move(enquiry, 'ask-for-help', at, true);
        steps.push(step(at, { kind: 'help-wanted', byName: partner.name }));
        break;
      case 'withdraw':
        enquiry = move(enquiry, 'withdraw', at);
        steps.push(step(at, { kind: 'withdrawn', byName: 'young-person' }));
        break;
    }
  }
  return { enquiry, steps };
}

import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import type { DestinationSource, RegisterParticipant } from '#libs/api-schema';
import { addDays, addMonths, addYears, type PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { type DestinationRow, LogDestinations } from './log-destinations.js';
import { RegisterParticipants } from './register-participants.js';

const howMany = 240;
const districts = ['Hjørring', 'Hirtshals', 'Løkken', 'Sindal', 'Tårs', 'Vrå'];
const sources: readonly DestinationSource[] = [
  'young-person',
  'school',
  'company',
  'jobcentre',
  'income-register',
];
const outlooks = [
  'Vil gerne arbejde med hænderne.',
  'Drømmer om at blive social- og sundhedsassistent.',
  '',
  '',
];
/** What comes before, and what it tends to lead to: the alliance's curve should rise. */
const before = ['seeking', 'not-seeking', 'ill', 'seeking', 'leisure-job', 'upper-secondary', 'unknown'];
const after = [
  'eud',
  'eux',
  'fgu',
  'upper-secondary',
  'apprenticeship',
  'ordinary-job',
  'clarified-job-wish',
  'seeking',
  'military-service',
  'folk-high-school',
];

/** Fills the example alliance with invented, pseudonymous young people and what they have been doing. */
@Injectable()
export class ParticipantsExample implements ExamplePart {
  readonly name = 'participants';
  readonly order = 40;

  constructor(
    private readonly registrar: RegisterParticipants,
    private readonly destinations: LogDestinations,
  ) {}

  /** Registers and logs through the same actions as a caseworker's. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const people = Array.from({ length: howMany }, (_, index) => person(example, index));
    const ids = await this.registrar.many(tx.actor, people);
    await this.destinations.many(
      tx.actor,
      ids.flatMap((participantId) => (participantId === null ? [] : story(example, participantId))),
    );
  }
}

function pick<T>(example: Example, all: readonly [T, ...T[]] | readonly T[], otherwise: T): T {
  return all[Math.floor(example.random() * all.length)] ?? otherwise;
}

function person(example: Example, index: number): RegisterParticipant {
  const year = Number(example.today.slice(0, 4));
  return {
    pseudonym: `UNG-${String(index + 1).padStart(5, '0')}`,
    organisationId: example.municipalityId,
    birthYear: year - 13 - Math.floor(example.random() * 17),
    sex: example.random() < 0.5 ? 'female' : 'male',
    district: pick(example, districts, 'Hjørring'),
    outlook: pick(example, outlooks, ''),
    insight: '',
    skills: '',
    consent: {
      purpose: 'At hjælpe den unge videre mod uddannelse og job',
      textVersion: '2026-1',
      givenOn: addYears(example.today, -1),
      expiresOn: addYears(example.today, 2),
    },
  };
}

/** One to three destinations in the last fourteen months; the later, the more often a good one. */
function story(example: Example, participantId: string): DestinationRow[] {
  const start = addDays(addMonths(example.today, -14), Math.floor(example.random() * 90));
  const rows = [row(example, participantId, pick(example, before, 'seeking'), start)];
  let from = start;
  while (rows.length < 3 && example.random() < 0.7) {
    from = addDays(from, 60 + Math.floor(example.random() * 150));
    if (from >= example.today) break;
    rows.push(row(example, participantId, pick(example, after, 'eud'), from));
  }
  return rows;
}

function row(example: Example, participantId: string, typeKey: string, from: PlainDate): DestinationRow {
  return {
    participantId,
    typeKey,
    from,
    source: pick(example, sources, 'young-person'),
    confidence: example.random() < 0.8 ? 'certain' : 'uncertain',
    beside: false,
    // Most are confirmed up to date; some are not, and decay.
    confirmedOn: example.random() < 0.85 ? example.today : from,
  };
}

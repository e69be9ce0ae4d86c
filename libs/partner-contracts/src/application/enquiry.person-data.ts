import { Injectable } from '@nestjs/common';
import { locales } from '#libs/api-schema';
import type {
  ErasedRows,
  FoundPerson,
  KeptOnErasure,
  MadeOut,
  PersonDataRow,
  PersonDataSection,
  PersonDataSource,
  PersonSubject,
  PersonSubjectKeeper,
  RetentionRule,
  Transaction,
} from '#libs/platform';
import { nameOfYoungPerson } from './enquiry-notices.js';
import { EnquiryRepository, type StoredEnquiry, type StoredSharedPerson } from './enquiry.repository.js';

const channels = {
  phone: 'telefon',
  email: 'mail',
  'through-caseworker': 'gennem sagsbehandleren',
} as const;

/**
 * What a young person shared with a partner. A participant's enquiries belong to the participant; an enquiry is erased
 * alone, for it is older than its time long before the participant is.
 */
@Injectable()
export class EnquiryPersonData implements PersonDataSource {
  readonly name = 'partner-contracts.enquiry-person';
  readonly title = {
    da: 'Det, den unge har delt i henvendelser',
    en: 'What the young person shared in enquiries',
  };
  readonly apart = locales.map((locale) => nameOfYoungPerson[locale]);

  constructor(private readonly enquiries: EnquiryRepository) {}

  async related(tx: Transaction, { kind, id }: PersonSubject): Promise<PersonSubject[]> {
    if (kind !== 'participant') return [];
    return (await this.enquiries.ofParticipant(tx, id)).map((enquiry) => ({ kind: 'enquiry', id: enquiry }));
  }

  /** Their address was typed by somebody who need not have it: it counts for their enquiry only. */
  async madeOut(tx: Transaction, { kind, id }: PersonSubject): Promise<MadeOut[]> {
    if (kind !== 'enquiry') return [];
    const rows = await tx.query<{ email: string }>(
      `select lower(contact_address) as email from enquiry_person
       where alliance_id = $1 and enquiry_id = $2 and contact_channel = 'email'`,
      [tx.allianceId, id],
    );
    return rows.flatMap(({ email }) => this.apart.map((name) => ({ name, email, about: [id] })));
  }

  async collect(tx: Transaction, { kind, id }: PersonSubject): Promise<PersonDataSection[]> {
    if (kind !== 'enquiry') return [];
    const enquiry = await this.enquiries.find(tx, id, false);
    const person = enquiry === null ? null : await this.enquiries.person(tx, id);
    if (enquiry === null || person === null) return [];
    const steps = await this.enquiries.steps(tx, id);
    return [
      {
        key: 'enquiry',
        title: { da: 'Henvendelse', en: 'Enquiry' },
        purpose: {
          da: 'At du kan få en plads hos en virksomhed. Behandles på dit samtykke.',
          en: 'So that you can get a place with a company. Processed on your consent.',
        },
        recipients: {
          da: `${enquiry.partnerName}, den, der tager over, hvis de giver dig videre, og sagsbehandlere i din egen kommune eller skole.`,
          en: `${enquiry.partnerName}, whoever takes over if they hand you on, and caseworkers of your own municipality or school.`,
        },
        retention: {
          da: 'Til nogen tid efter, at henvendelsen er afsluttet, som alliancens regler siger.',
          en: 'Until some time after the enquiry has ended, as the rules of the alliance say.',
        },
        source:
          enquiry.channel === 'direct'
            ? { da: 'Dig selv', en: 'You' }
            : {
                da: 'Dig gennem din sagsbehandler eller skole',
                en: 'You, through your caseworker or school',
              },
        rows: [...sharedRows(person, enquiry), ...steps.flatMap(stepRow)],
      },
    ];
  }

  async erase(tx: Transaction, { kind, id }: PersonSubject): Promise<ErasedRows[]> {
    if (kind !== 'enquiry') return [];
    const { persons, steps } = await this.enquiries.erasePerson(tx, id);
    return [
      { table: 'enquiry_person', rows: persons },
      { table: 'enquiry_step', rows: steps },
    ];
  }

  keeps(_tx: Transaction, { kind }: PersonSubject): Promise<KeptOnErasure[]> {
    if (kind !== 'enquiry') return Promise.resolve([]);
    return Promise.resolve([
      {
        title: { da: 'Henvendelsens forløb uden person', en: 'The course of the enquiry without a person' },
        why: {
          da: 'At partneren fik en henvendelse, hvornår der blev svaret, og hvordan den endte, viser, om løftet blev holdt. Der står ikke, hvem den unge var.',
          en: 'That the partner received an enquiry, when it answered and how it ended shows whether the promise was kept. It does not say who the young person was.',
        },
      },
    ]);
  }
}

/** Who keeps the young people of enquiries: caseworkers of their own organisation hand out and erase. */
export const enquiryKeeper: PersonSubjectKeeper = {
  kind: 'enquiry',
  policySubject: 'EnquiryPerson',
  actions: { see: 'export' },
  find: async (tx, id): Promise<FoundPerson | undefined> => {
    const [row] = await tx.query<{ name: string } & Record<string, unknown>>(
      `select coalesce(p.first_name, 'Den unge') as name, e.case_organisation_id, e.holder_organisation_id, e.channel
       from enquiry e
       left join enquiry_person p on p.alliance_id = e.alliance_id and p.enquiry_id = e.id
       where e.alliance_id = $1 and e.id = $2 and e.person_erased_at is null`,
      [tx.allianceId, id],
    );
    if (row === undefined) return undefined;
    const { name, ...columns } = row;
    return { name, row: columns };
  },
};

/** Months after its end for which an enquiry keeps its person, unless the alliance decided otherwise. */
export const enquiryKeptMonths = 6;

/** What young people shared in enquiries that ended some time ago. */
export function enquiryRetention(enquiries: EnquiryRepository): RetentionRule {
  return {
    name: 'partner-contracts.enquiry-ended',
    explains: {
      da: 'Fornavn, alder, ønske og kontakt slettes sammen med fri tekst i forløbet. Tiden regnes fra, at henvendelsen blev afsluttet. Forløbet uden person bliver stående, så holdte løfter kan tælles.',
      en: 'First name, age, wish and contact are erased together with free text in the timeline. The time counts from the end of the enquiry. The timeline without a person stays, so that kept promises can be counted.',
    },
    defaultMonths: enquiryKeptMonths,
    shortestMonths: 1,
    longestMonths: 24,
    apply: async (tx, before, tools) => {
      const ended = await enquiries.endedBefore(tx, before);
      for (const id of ended) await tools.erase({ kind: 'enquiry', id });
      return { rows: ended.length };
    },
  };
}

function sharedRows(person: StoredSharedPerson, enquiry: StoredEnquiry): PersonDataRow[] {
  return [
    { key: 'partner', label: { da: 'Til', en: 'To' }, value: enquiry.partnerName },
    {
      key: 'received_at',
      label: { da: 'Modtaget', en: 'Received' },
      value: enquiry.receivedAt.toISOString(),
    },
    { key: 'first_name', label: { da: 'Fornavn', en: 'First name' }, value: person.firstName },
    { key: 'age_band', label: { da: 'Alder', en: 'Age' }, value: person.ageBand },
    { key: 'wish', label: { da: 'Ønske', en: 'Wish' }, value: person.wish },
    {
      key: 'contact_channel',
      label: { da: 'Kontakt på', en: 'Contact by' },
      value: channels[person.contactChannel],
    },
    { key: 'contact_address', label: { da: 'Kontakt', en: 'Contact' }, value: person.contactAddress },
    {
      key: 'consent',
      label: { da: 'Samtykke, tekstens version', en: 'Consent, version of the text' },
      value: person.consentVersion,
      at: person.consentedAt.toISOString(),
    },
  ];
}

function stepRow(step: Awaited<ReturnType<EnquiryRepository['steps']>>[number]): PersonDataRow[] {
  const said = [step.place, step.note, step.contact].filter((text) => text !== null);
  return [
    {
      key: `step_${step.kind}`,
      label: { da: `Forløb (${step.kind})`, en: `Timeline (${step.kind})` },
      value: [step.by === 'young-person' ? 'Den unge' : step.by, step.to, ...said]
        .filter((text) => text !== null)
        .join(' · '),
      at: step.happenedAt,
    },
  ];
}

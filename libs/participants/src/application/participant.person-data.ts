import { Injectable } from '@nestjs/common';
import type { Sex } from '#libs/api-schema';
import type {
  ErasedRows,
  FoundPerson,
  KeptOnErasure,
  PersonDataSection,
  PersonDataSource,
  PersonSubject,
  PersonSubjectKeeper,
  Transaction,
} from '#libs/platform';
import { ConsentRepository, type StoredConsent } from './consent.repository.js';

interface Kept {
  readonly pseudonym: string;
  readonly organisation: string;
  readonly birthYear: number;
  readonly sex: Sex | null;
  readonly district: string | null;
  readonly school: string | null;
  readonly outlook: string;
  readonly insight: string;
  readonly skills: string;
  readonly cpr: boolean;
  readonly createdAt: Date;
}

interface KeptSpell {
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
  readonly company: string | null;
  readonly source: string;
  readonly confirmations: readonly string[];
  readonly retractedReason: string | null;
}

const purpose = {
  da: 'At hjælpe dig videre mod uddannelse og job. Behandles på dit samtykke.',
  en: 'To help you on towards education and a job. Processed on your consent.',
};
const recipients = {
  da: 'Sagsbehandlere i din egen kommune eller skole. Andre ser kun tal, hvor ingen kan genkendes.',
  en: 'Caseworkers of your own municipality or school. Others see only figures in which nobody can be recognised.',
};
const retention = {
  da: 'Så længe samtykket gælder, og derefter så længe, som alliancens regler siger.',
  en: 'As long as the consent holds, and then as long as the rules of the alliance say.',
};
const cprTitle = { da: 'CPR-nummeret', en: 'The CPR number' };
const sexes: Readonly<Record<Sex, string>> = { female: 'kvinde', male: 'mand', other: 'andet' };
const givers = { 'young-person': 'dig selv', 'custody-holder': 'den, der har forældremyndigheden' } as const;

/** What is kept of a young person: facts, consents, destinations. It may be hidden from caseworkers; it is theirs all the same. */
@Injectable()
export class ParticipantPersonData implements PersonDataSource {
  readonly name = 'participants.participant';
  readonly title = {
    da: 'Oplysninger om den unge, samtykker og destinationer',
    en: 'Data on the young person, consents and destinations',
  };

  constructor(private readonly consents: ConsentRepository) {}

  async collect(tx: Transaction, subject: PersonSubject): Promise<PersonDataSection[]> {
    if (subject.kind !== 'participant') return [];
    const kept = await this.participant(tx, subject.id);
    if (kept === undefined) return [];
    const consents = await this.consents.history(tx, subject.id);
    const spells = await this.spells(tx, subject.id);
    return [factsSection(kept), ...consents.map(consentSection), ...spells.map(spellSection)];
  }

  /** The person goes; what they counted for in past months stays as a number without a person. */
  async erase(tx: Transaction, subject: PersonSubject): Promise<ErasedRows[]> {
    if (subject.kind !== 'participant') return [];
    const at = [tx.allianceId, subject.id];
    await tx.query(keepCounts, at);
    const erased: ErasedRows[] = [];
    for (const [table, sql] of steps)
      erased.push({
        table,
        rows: (await tx.query(sql, at)).length,
        ...(table === 'participant_cpr' ? { title: cprTitle } : {}),
      });
    return erased;
  }

  keeps(_tx: Transaction, subject: PersonSubject): Promise<KeptOnErasure[]> {
    if (subject.kind !== 'participant') return Promise.resolve([]);
    return Promise.resolve([
      {
        title: { da: 'Tal uden person', en: 'Figures without a person' },
        why: {
          da: 'Hvor mange der var i gang i de måneder, der er gået, bliver stående som antal. De kan ikke føres tilbage til nogen.',
          en: 'How many were in education or work in past months stays as counts. They cannot be traced to anybody.',
        },
      },
    ]);
  }

  private async participant(tx: Transaction, id: string): Promise<Kept | undefined> {
    const [row] = await tx.query<Kept>(
      `select p.pseudonym, o.name as organisation, p.birth_year as "birthYear", p.sex, p.district, p.school, p.outlook,
         p.insight, p.skills, p.created_at as "createdAt",
         exists (select from participant_cpr c where c.alliance_id = p.alliance_id and c.participant_id = p.id) as cpr
       from participant p
       join alliances_organisation o on o.alliance_id = p.alliance_id and o.id = p.organisation_id
       where p.alliance_id = $1 and p.id = $2`,
      [tx.allianceId, id],
    );
    return row;
  }

  private spells(tx: Transaction, id: string): Promise<KeptSpell[]> {
    return tx.query<KeptSpell>(
      `select coalesce(t.name_da, s.type_key) as type, s.from_on::text as "from", s.to_on::text as "to",
         o.name as company, s.source, s.retracted_reason as "retractedReason",
         coalesce((select json_agg(c.confirmed_on order by c.confirmed_on, c.id) from destination_confirmation c
           where c.alliance_id = s.alliance_id and c.spell_id = s.id), '[]') as confirmations
       from destination_spell s
       left join destination_type t on t.alliance_id = s.alliance_id and t.key = s.type_key
       left join alliances_organisation o on o.alliance_id = s.alliance_id and o.id = s.partner_organisation_id
       where s.alliance_id = $1 and s.participant_id = $2 order by s.from_on, s.id`,
      [tx.allianceId, id],
    );
  }
}

/** Who keeps young people: caseworkers of their own organisation hand out and erase. */
export const participantKeeper: PersonSubjectKeeper = {
  kind: 'participant',
  policySubject: 'Participant',
  find: async (tx, id): Promise<FoundPerson | undefined> => {
    const [row] = await tx.query<{ pseudonym: string; organisation_id: string }>(
      'select pseudonym, organisation_id from participant where alliance_id = $1 and id = $2',
      [tx.allianceId, id],
    );
    return row === undefined
      ? undefined
      : { name: row.pseudonym, row: { organisation_id: row.organisation_id } };
  },
};

/** The month that runs is not over: it counts those who are there. */
const keepCounts = `
  insert into destination_month_past as past (id, alliance_id, organisation_id, month, class, confirmed, people)
  select gen_random_uuid(), m.alliance_id, m.organisation_id, m.month, m.class, m.confirmed, 1
  from participants_person_month m
  where m.alliance_id = $1 and m.participant_id = $2
    and m.month < to_char(now() at time zone 'Europe/Copenhagen', 'YYYY-MM')
  on conflict (alliance_id, organisation_id, month, class, confirmed) do update set people = past.people + 1`;

const ofSpells = `spell_id in (select id from destination_spell where alliance_id = $1 and participant_id = $2)`;
const steps: readonly (readonly [table: string, sql: string])[] = [
  [
    'destination_confirmation',
    `delete from destination_confirmation where alliance_id = $1 and ${ofSpells} returning id`,
  ],
  ...['destination_spell', 'participant_consent', 'participant_cpr'].map(
    (table) =>
      [table, `delete from ${table} where alliance_id = $1 and participant_id = $2 returning id`] as const,
  ),
  ['participant', 'delete from participant where alliance_id = $1 and id = $2 returning id'],
];

function factsSection(kept: Kept): PersonDataSection {
  const { createdAt, cpr, ...facts } = kept;
  return {
    key: 'participant',
    title: { da: 'Det, der er skrevet om dig', en: 'What is written about you' },
    ...{ purpose, recipients, retention },
    source: { da: 'Dig selv og din sagsbehandler', en: 'You and your caseworker' },
    rows: [
      {
        key: 'pseudonym',
        label: { da: 'Borger-id', en: 'Participant id' },
        value: facts.pseudonym,
        at: createdAt.toISOString(),
      },
      {
        key: 'organisation',
        label: { da: 'Registreret hos', en: 'Registered with' },
        value: facts.organisation,
      },
      { key: 'birth_year', label: { da: 'Fødselsår', en: 'Year of birth' }, value: facts.birthYear },
      {
        key: 'sex',
        label: { da: 'Køn', en: 'Sex' },
        value: facts.sex === null ? null : sexes[facts.sex],
      },
      { key: 'district', label: { da: 'Distrikt', en: 'District' }, value: facts.district },
      { key: 'school', label: { da: 'Skole', en: 'School' }, value: facts.school },
      { key: 'outlook', label: { da: 'Udsyn, med egne ord', en: 'Outlook' }, value: facts.outlook },
      { key: 'insight', label: { da: 'Indsigt, med egne ord', en: 'Insight' }, value: facts.insight },
      { key: 'skills', label: { da: 'Kompetencer, med egne ord', en: 'Skills' }, value: facts.skills },
      // That one is kept, never the number itself (security.md 23).
      { key: 'cpr_kept', label: { da: 'CPR-nummer er gemt', en: 'A CPR number is kept' }, value: cpr },
    ],
  };
}

function consentSection({ withdrawn, ...consent }: StoredConsent): PersonDataSection {
  return {
    key: 'consent',
    title: { da: 'Samtykke', en: 'Consent' },
    ...{ purpose, recipients, retention },
    rows: [
      { key: 'purpose', label: { da: 'Formål', en: 'Purpose' }, value: consent.purpose },
      { key: 'text_version', label: { da: 'Version', en: 'Version' }, value: consent.textVersion },
      { key: 'text', label: { da: 'Tekst, der blev vist', en: 'Text that was shown' }, value: consent.text },
      {
        key: 'given_by',
        label: { da: 'Givet af', en: 'Given by' },
        value: consent.givenBy === null ? null : givers[consent.givenBy],
      },
      { key: 'given_on', label: { da: 'Givet den', en: 'Given on' }, value: consent.givenOn },
      { key: 'expires_on', label: { da: 'Gælder til og med', en: 'Valid to' }, value: consent.expiresOn },
      {
        key: 'recorded_by',
        label: { da: 'Registreret af', en: 'Recorded by' },
        value: consent.recordedBy,
        at: consent.recordedAt,
      },
      ...(withdrawn === null
        ? []
        : [
            {
              key: 'withdrawn',
              label: { da: 'Trukket tilbage', en: 'Withdrawn' },
              value: withdrawn.reason,
              at: withdrawn.at,
            },
          ]),
    ],
  };
}

function spellSection(spell: KeptSpell): PersonDataSection {
  return {
    key: 'destination',
    title: { da: 'Destination', en: 'Destination' },
    ...{ purpose, recipients, retention },
    rows: [
      { key: 'type', label: { da: 'Hvad', en: 'What' }, value: spell.type },
      { key: 'from', label: { da: 'Fra', en: 'From' }, value: spell.from },
      { key: 'to', label: { da: 'Til og med', en: 'To' }, value: spell.to },
      { key: 'company', label: { da: 'Hos', en: 'At' }, value: spell.company },
      { key: 'source', label: { da: 'Oplyst af', en: 'Source' }, value: spell.source },
      ...spell.confirmations.map((day) => ({
        key: 'confirmed_on',
        label: { da: 'Bekræftet', en: 'Confirmed' },
        value: day,
      })),
      ...(spell.retractedReason === null
        ? []
        : [
            {
              key: 'retracted',
              label: { da: 'Trukket tilbage', en: 'Taken back' },
              value: spell.retractedReason,
            },
          ]),
    ],
  };
}

import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import { defaultConsentText } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { inventParticipants } from '../domain/invent-participants.js';
import { ConsentRepository } from './consent.repository.js';
import { DestinationTypes } from './destination-types.js';

const howMany = 300;
const caseworkers = ['Pia Mølgaard', 'Jonas Kjær', 'Sara Vestergaard'];

/** Fills the example alliance with invented, pseudonymous young people and what they have been doing. */
@Injectable()
export class ParticipantsExample implements ExamplePart {
  readonly name = 'participants';
  readonly order = 40;

  constructor(
    private readonly types: DestinationTypes,
    private readonly consents: ConsentRepository,
  ) {}

  /** Writes what a caseworker's actions would have left, in few statements: no events, so nothing is to be folded. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    await this.types.usableKeys(tx);
    const { today, companyIds } = example;
    const random = (): number => example.random();
    const textId = newId();
    const participants = inventParticipants(howMany, today, random).map((one) => ({
      ...one,
      textId,
      id: newId(),
      consentId: newId(),
    }));
    const spells = participants.flatMap(({ id, spells: all }) =>
      all.map((spell) => ({
        ...spell,
        id: newId(),
        participantId: id,
        partnerId: spell.atCompany ? companyIds[Math.floor(random() * companyIds.length)] : null,
        by: caseworkers[Math.floor(random() * caseworkers.length)],
      })),
    );
    const confirmations = spells.flatMap(({ id, source, confidence, by, confirmations: days }) =>
      days.map((day) => ({ id: newId(), spellId: id, source, confidence, by, day })),
    );
    const write = (sql: string, rows: readonly unknown[]): Promise<unknown> =>
      tx.query(sql, [tx.allianceId, example.municipalityId, JSON.stringify(rows)]);
    await write(insertParticipants, participants);
    await this.consents.insertTexts(tx, example.municipalityId, [{ ...defaultConsentText, id: textId }]);
    await write(insertConsents, participants);
    await write(insertSpells, spells);
    await write(insertConfirmations, confirmations);
  }
}

const insertParticipants = `
  insert into participant (id, alliance_id, organisation_id, pseudonym, birth_year, sex, district, school, outlook,
    insight, skills, consent_ends_on, created_at)
  select p.id, $1, $2, p.pseudonym, p."birthYear", p.sex, p.district, p.school, p.outlook, p.insight, p.skills,
    p."consentExpiresOn", (p."joinedOn" + time '12:00') at time zone 'Europe/Copenhagen'
  from jsonb_to_recordset($3::jsonb) as p (id uuid, pseudonym text, "birthYear" int, sex text, district text,
    school text, outlook text, insight text, skills text, "joinedOn" date, "consentExpiresOn" date)`;

const insertConsents = `
  insert into participant_consent (id, alliance_id, organisation_id, participant_id, text_id, given_by, given_on,
    expires_on, created_at)
  select p."consentId", $1, $2, p.id, p."textId", 'young-person', p."joinedOn", p."consentExpiresOn",
    (p."joinedOn" + time '12:00') at time zone 'Europe/Copenhagen'
  from jsonb_to_recordset($3::jsonb) as p (id uuid, "consentId" uuid, "textId" uuid, "joinedOn" date,
    "consentExpiresOn" date)`;

const insertSpells = `
  insert into destination_spell (id, alliance_id, organisation_id, participant_id, type_key, from_on, to_on, source,
    confidence, partner_organisation_id, confirmed_on, confirmed_by_name, next_review_on, created_at)
  select s.id, $1, $2, s."participantId", s."typeKey", s."from", s."to", s.source, s.confidence, s."partnerId",
    s."confirmedOn", s."by", s."nextReviewOn", (s."from" + time '12:00') at time zone 'Europe/Copenhagen'
  from jsonb_to_recordset($3::jsonb) as s (id uuid, "participantId" uuid, "typeKey" text, "from" date, "to" date,
    source text, confidence text, "partnerId" uuid, "confirmedOn" date, "by" text, "nextReviewOn" date)`;

const insertConfirmations = `
  insert into destination_confirmation (id, alliance_id, organisation_id, spell_id, source, confidence, confirmed_on,
    confirmed_by_name, created_at)
  select c.id, $1, $2, c."spellId", c.source, c.confidence, c.day, c."by",
    (c.day + time '12:00') at time zone 'Europe/Copenhagen'
  from jsonb_to_recordset($3::jsonb) as c (id uuid, "spellId" uuid, source text, confidence text, day date, "by" text)`;

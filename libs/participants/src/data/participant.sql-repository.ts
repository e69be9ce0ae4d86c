import { Injectable } from '@nestjs/common';
import { copenhagenDate, type PlainDate } from '#libs/kernel';
import { actingPerson, type Transaction } from '#libs/platform';
import {
  type LockedParticipant,
  type NewConfirmation,
  type NewParticipant,
  type NewSpell,
  type ParticipantFacts,
  ParticipantRepository,
} from '../application/participant.repository.js';
import { foldedBasis } from '../domain/consent.js';
import type { EndedSpell } from '../domain/destination-spell.js';

const spellsOf = `coalesce((select json_agg(json_build_object('id', s.id, 'typeKey', s.type_key, 'from', s.from_on,
    'to', s.to_on, 'nextReviewOn', s.next_review_on) order by s.from_on, s.id)
  from destination_spell s
  where s.alliance_id = p.alliance_id and s.participant_id = p.id and s.retracted_at is null), '[]')`;

/** Participants and destinations in PostgreSQL, written in bulk. */
@Injectable()
export class SqlParticipantRepository extends ParticipantRepository {
  override async lock(tx: Transaction, ids: readonly string[]): Promise<LockedParticipant[]> {
    await tx.query(
      'select id from participant where alliance_id = $1 and id = any ($2) order by id for update',
      [tx.allianceId, ids],
    );
    // A statement of its own: it must see what the holder of the lock before us wrote.
    const rows = await tx.query<
      Omit<LockedParticipant, 'consent'> & { endsOn: PlainDate; withdrawn: boolean }
    >(
      `select p.id, p.organisation_id as "organisationId", o.name as "organisationName",
         p.birth_year as "birthYear", p.consent_ends_on::text as "endsOn", p.consent_withdrawn as withdrawn, p.version,
         ${spellsOf} as spells
       from participant p
       join alliances_organisation o on o.alliance_id = p.alliance_id and o.id = p.organisation_id
       where p.alliance_id = $1 and p.id = any ($2)`,
      [tx.allianceId, ids],
    );
    const today = copenhagenDate(tx.now());
    return rows.map(({ endsOn, withdrawn, ...participant }) => ({
      ...participant,
      consent: foldedBasis(endsOn, withdrawn, today),
    }));
  }

  override async participantOfSpell(tx: Transaction, spellId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select participant_id as id from destination_spell where alliance_id = $1 and id = $2 and retracted_at is null`,
      [tx.allianceId, spellId],
    );
    return row?.id ?? null;
  }

  override async insert(tx: Transaction, participants: readonly NewParticipant[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `insert into participant (id, alliance_id, organisation_id, pseudonym, birth_year, sex, district, school, outlook,
         insight, skills, consent_ends_on)
       select r.id, $1, r."organisationId", r.pseudonym, r."birthYear", r.sex, r.district, r.school, r.outlook, r.insight,
         r.skills, r."consentEndsOn"
       from json_to_recordset($2) as r (id uuid, "organisationId" uuid, pseudonym text, "birthYear" int, sex text,
         district text, school text, outlook text, insight text, skills text, "consentEndsOn" date)
       on conflict (alliance_id, organisation_id, pseudonym) do nothing returning id`,
      [tx.allianceId, JSON.stringify(participants)],
    );
    return rows.map(({ id }) => id);
  }

  override async update(
    tx: Transaction,
    id: string,
    version: number,
    facts: ParticipantFacts,
  ): Promise<boolean> {
    const rows = await tx.query(
      `update participant set birth_year = $4, sex = $5, district = $6, school = $7, outlook = $8, insight = $9,
         skills = $10, version = version + 1
       where alliance_id = $1 and id = $2 and version = $3 returning id`,
      [
        tx.allianceId,
        id,
        version,
        facts.birthYear,
        facts.sex,
        facts.district,
        facts.school,
        facts.outlook,
        facts.insight,
        facts.skills,
      ],
    );
    return rows.length === 1;
  }

  override async insertSpells(tx: Transaction, spells: readonly NewSpell[]): Promise<void> {
    if (spells.length === 0) return;
    await tx.query(
      `with logged as (insert into destination_spell (id, alliance_id, organisation_id, participant_id, type_key, from_on,
         to_on, source, confidence, partner_organisation_id, confirmed_on, confirmed_by_name, next_review_on,
         confirmed_by_id, logged_by_person_id)
       select r.id, $1, r."organisationId", r."participantId", r."typeKey", r."from", r."to", r.source, r.confidence,
         r."partnerOrganisationId", r."confirmedOn", r."confirmedByName", r."nextReviewOn", $3, $3
       from json_to_recordset($2) as r (id uuid, "organisationId" uuid, "participantId" uuid, "typeKey" text,
         "from" date, "to" date, source text, confidence text, "partnerOrganisationId" uuid, "confirmedOn" date,
         "confirmedByName" text, "nextReviewOn" date)
       returning *)
       insert into destination_confirmation (id, alliance_id, organisation_id, spell_id, source, confidence, confirmed_on,
         confirmed_by_name, confirmed_by_id)
       select id, alliance_id, organisation_id, id, source, confidence, confirmed_on, confirmed_by_name, confirmed_by_id
       from logged`,
      [tx.allianceId, JSON.stringify(spells), actingPerson(tx.actor)],
    );
  }

  override async endSpells(
    tx: Transaction,
    ended: readonly (EndedSpell & { nextReviewOn: null })[],
  ): Promise<void> {
    if (ended.length === 0) return;
    await tx.query(
      `update destination_spell s set to_on = e.to_on, next_review_on = null
       from unnest($2::uuid[], $3::date[]) as e (id, to_on)
       where s.alliance_id = $1 and s.id = e.id and s.to_on is null`,
      [tx.allianceId, ended.map(({ id }) => id), ended.map(({ to }) => to)],
    );
  }

  override async confirm(tx: Transaction, confirmation: NewConfirmation): Promise<void> {
    const { id, organisationId, spellId, source, confidence, confirmedOn, confirmedByName, nextReviewOn } =
      confirmation;
    const byId = actingPerson(tx.actor);
    await tx.query(
      `insert into destination_confirmation (id, alliance_id, organisation_id, spell_id, source, confidence,
         confirmed_on, confirmed_by_name, confirmed_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, tx.allianceId, organisationId, spellId, source, confidence, confirmedOn, confirmedByName, byId],
    );
    await tx.query(
      `update destination_spell set confirmed_on = $3, confirmed_by_name = $4, next_review_on = $5, source = $6,
         confidence = $7, confirmed_by_id = $8 where alliance_id = $1 and id = $2`,
      [tx.allianceId, spellId, confirmedOn, confirmedByName, nextReviewOn, source, confidence, byId],
    );
  }

  override async retract(tx: Transaction, spellId: string, reason: string): Promise<void> {
    await tx.query(
      `update destination_spell set retracted_at = $3, retracted_reason = $4
       where alliance_id = $1 and id = $2 and retracted_at is null`,
      [tx.allianceId, spellId, tx.now(), reason],
    );
  }

  override async organisationName(tx: Transaction, id: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>(
      'select name from alliances_organisation where alliance_id = $1 and id = $2',
      [tx.allianceId, id],
    );
    return row?.name ?? null;
  }

  override async knownOrganisations(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      'select id from alliances_organisation where alliance_id = $1 and id = any ($2)',
      [tx.allianceId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

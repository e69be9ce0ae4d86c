import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import {
  EnquiryRepository,
  type NewEnquiry,
  type NewStep,
  type StoredEnquiry,
  type StoredSharedPerson,
  type StoredStep,
} from '../application/enquiry.repository.js';
import type { Enquiry } from '../domain/enquiry.js';

const stored = `
  select e.id, e.version, e.state, e.channel, e.partner_organisation_id as "partnerId",
    e.holder_organisation_id as "holderId", e.handed_on_by_organisation_id as "handedOnById", e.coordinator,
    e.case_organisation_id as "caseOrganisationId", e.response_days as "responseDays",
    e.received_at as "receivedAt", e.response_due_at as "responseDueAt", e.act_due_at as "actDueAt",
    e.answered_at as "answeredAt", e.ended_at as "endedAt", e.person_erased_at as "personErasedAt",
    p.name as "partnerName", h.name as "holderName", g.name as "giverName",
    case when e.state = 'handed-on' then last.id end as "openHandOnId",
    case when e.state = 'accepted' then last.id end as "acceptedHandOnId",
    coalesce((
      select json_agg(json_build_object(
        'key', coalesce(a.to_organisation_id::text, a.coordinator_name), 'name', coalesce(o.name, a.coordinator_name)))
      from enquiry_step d
      join lateral (
        select s.to_organisation_id, s.coordinator_name from enquiry_step s
        where s.alliance_id = d.alliance_id and s.enquiry_id = d.enquiry_id and s.kind = 'handed-on' and s.id < d.id
        order by s.id desc limit 1) a on true
      left join alliances_organisation o on o.alliance_id = d.alliance_id and o.id = a.to_organisation_id
      where d.alliance_id = e.alliance_id and d.enquiry_id = e.id and d.kind = 'declined'), '[]') as declined
  from enquiry e
  join alliances_organisation p on p.alliance_id = e.alliance_id and p.id = e.partner_organisation_id
  join alliances_organisation h on h.alliance_id = e.alliance_id and h.id = e.holder_organisation_id
  left join alliances_organisation g on g.alliance_id = e.alliance_id and g.id = e.handed_on_by_organisation_id
  left join lateral (
    select s.id from enquiry_step s
    where s.alliance_id = e.alliance_id and s.enquiry_id = e.id and s.kind = 'handed-on'
    order by s.id desc limit 1) last on true
  where e.alliance_id = $1 and e.id = $2`;

/** Enquiries in PostgreSQL. */
@Injectable()
export class SqlEnquiryRepository extends EnquiryRepository {
  override async insert(tx: Transaction, given: NewEnquiry): Promise<boolean> {
    const { id, enquiry, person } = given;
    const inserted = await tx.query(
      `insert into enquiry (id, alliance_id, partner_organisation_id, holder_organisation_id, case_organisation_id,
         channel, state, response_days, received_at, response_due_at, act_due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing returning id`,
      [
        id,
        tx.allianceId,
        enquiry.partnerId,
        enquiry.holderId,
        given.caseOrganisationId,
        given.channel,
        enquiry.state,
        enquiry.responseDays,
        enquiry.receivedAt,
        enquiry.responseDueAt,
        enquiry.actDueAt,
      ],
    );
    if (inserted.length === 0) return false;
    await tx.query(
      `insert into enquiry_person (id, alliance_id, enquiry_id, case_organisation_id, holder_organisation_id, first_name,
         age_band, wish, contact_channel, contact_address, locale, consent_version, consented_at, participant_id)
       values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        tx.allianceId,
        given.caseOrganisationId,
        enquiry.holderId,
        person.firstName,
        person.ageBand,
        person.wish,
        person.contactChannel,
        person.contactAddress,
        person.locale,
        given.consentVersion,
        enquiry.receivedAt,
        person.participantId,
      ],
    );
    return true;
  }

  override async addStep(tx: Transaction, enquiryId: string, step: NewStep): Promise<void> {
    await tx.query(
      `insert into enquiry_step (id, alliance_id, enquiry_id, kind, happened_at, by_name, by_id, to_organisation_id,
         coordinator_kind, coordinator_name, coordinator_email, place, starts_on, contact_person, contact_reach, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        step.id,
        tx.allianceId,
        enquiryId,
        step.kind,
        step.happenedAt ?? tx.now(),
        step.byName,
        step.byId,
        step.toOrganisationId ?? null,
        step.coordinatorKind ?? null,
        step.coordinatorName ?? null,
        step.coordinatorEmail ?? null,
        step.place ?? null,
        step.startsOn ?? null,
        step.contactPerson ?? null,
        step.contactReach ?? null,
        step.note ?? null,
      ],
    );
  }

  override async find(tx: Transaction, id: string, lock: boolean): Promise<StoredEnquiry | null> {
    if (lock)
      await tx.query('select id from enquiry where alliance_id = $1 and id = $2 for update', [
        tx.allianceId,
        id,
      ]);
    const [enquiry] = await tx.query<StoredEnquiry>(stored, [tx.allianceId, id]);
    return enquiry ?? null;
  }

  override async enquiryOfStep(tx: Transaction, stepId: string): Promise<string | null> {
    const [step] = await tx.query<{ id: string }>(
      'select enquiry_id as id from enquiry_step where alliance_id = $1 and id = $2',
      [tx.allianceId, stepId],
    );
    return step?.id ?? null;
  }

  override async save(tx: Transaction, id: string, enquiry: Enquiry): Promise<void> {
    await tx.query(
      `update enquiry set state = $3, holder_organisation_id = $4, handed_on_by_organisation_id = $5, coordinator = $6,
         act_due_at = $7, answered_at = $8, ended_at = $9, version = version + 1
       where alliance_id = $1 and id = $2`,
      [
        tx.allianceId,
        id,
        enquiry.state,
        enquiry.holderId,
        enquiry.handedOnById,
        enquiry.coordinator,
        enquiry.actDueAt,
        enquiry.answeredAt,
        enquiry.endedAt,
      ],
    );
  }

  override async person(tx: Transaction, enquiryId: string): Promise<StoredSharedPerson | null> {
    const [person] = await tx.query<StoredSharedPerson>(
      `select first_name as "firstName", age_band as "ageBand", wish, contact_channel as "contactChannel",
         contact_address as "contactAddress", locale, participant_id as "participantId",
         consent_version as "consentVersion", consented_at as "consentedAt"
       from enquiry_person where alliance_id = $1 and enquiry_id = $2`,
      [tx.allianceId, enquiryId],
    );
    return person ?? null;
  }

  override async ofParticipant(tx: Transaction, participantId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select enquiry_id as id from enquiry_person where alliance_id = $1 and participant_id = $2 order by enquiry_id`,
      [tx.allianceId, participantId],
    );
    return rows.map(({ id }) => id);
  }

  override steps(tx: Transaction, enquiryId: string): Promise<StoredStep[]> {
    return tx.query<StoredStep>(
      `select s.id, s.kind, to_char(s.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "happenedAt",
         s.by_name as by, coalesce(s.coordinator_name, o.name) as "to", s.place, s.starts_on::text as "startsOn",
         s.contact_person || coalesce(', ' || s.contact_reach, '') as contact, s.note
       from enquiry_step s
       left join alliances_organisation o on o.alliance_id = s.alliance_id and o.id = s.to_organisation_id
       where s.alliance_id = $1 and s.enquiry_id = $2 order by s.id`,
      [tx.allianceId, enquiryId],
    );
  }

  override async erasePerson(
    tx: Transaction,
    enquiryId: string,
  ): Promise<{ persons: number; steps: number }> {
    const at = [tx.allianceId, enquiryId];
    const persons = await tx.query(
      'delete from enquiry_person where alliance_id = $1 and enquiry_id = $2 returning id',
      at,
    );
    const steps = await tx.query(
      `update enquiry_step set place = null, starts_on = null, contact_person = null, contact_reach = null, note = null
       where alliance_id = $1 and enquiry_id = $2
         and num_nonnulls(place, starts_on, contact_person, contact_reach, note) > 0 returning id`,
      at,
    );
    await tx.query(
      `update enquiry set person_erased_at = $3 where alliance_id = $1 and id = $2 and person_erased_at is null`,
      [...at, tx.now()],
    );
    return { persons: persons.length, steps: steps.length };
  }

  override async endedBefore(tx: Transaction, before: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from enquiry where alliance_id = $1 and ended_at < $2 and person_erased_at is null order by id`,
      [tx.allianceId, before],
    );
    return rows.map(({ id }) => id);
  }
}

import { Injectable } from '@nestjs/common';
import type { ConsentTexts, ConsentWithdrawer } from '#libs/api-schema';
import { actingPerson, type Transaction } from '#libs/platform';
import {
  ConsentRepository,
  type ConsentText,
  type NewConsent,
  type StoredConsent,
  type StoredConsentText,
} from '../application/consent.repository.js';

const iso = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Consents and their texts in PostgreSQL. */
@Injectable()
export class SqlConsentRepository extends ConsentRepository {
  override texts(
    tx: Transaction,
    organisationId: string,
    asked: readonly Pick<ConsentText, 'purpose' | 'textVersion'>[],
  ): Promise<StoredConsentText[]> {
    return tx.query<StoredConsentText>(
      `select t.id, t.purpose, t.text_version as "textVersion", t.body as text
       from participant_consent_text t
       join unnest($3::text[], $4::text[]) as a (purpose, version)
         on a.purpose = t.purpose and a.version = t.text_version
       where t.alliance_id = $1 and t.organisation_id = $2`,
      [
        tx.allianceId,
        organisationId,
        asked.map(({ purpose }) => purpose),
        asked.map(({ textVersion }) => textVersion),
      ],
    );
  }

  override async insertTexts(
    tx: Transaction,
    organisationId: string,
    texts: readonly StoredConsentText[],
  ): Promise<void> {
    if (texts.length === 0) return;
    await tx.query(
      `insert into participant_consent_text (id, alliance_id, organisation_id, purpose, text_version, body, created_at)
       select r.id, $1, $2, r.purpose, r."textVersion", r.text, $4
       from json_to_recordset($3) as r (id uuid, purpose text, "textVersion" text, text text)
       on conflict (alliance_id, organisation_id, purpose, text_version) do nothing`,
      [tx.allianceId, organisationId, JSON.stringify(texts), tx.now()],
    );
  }

  override latestTexts(tx: Transaction): Promise<ConsentTexts['items']> {
    return tx.query(
      `select purpose, "textVersion", text from (
         select distinct on (purpose) purpose, text_version as "textVersion", body as text, created_at, id
         from participant_consent_text where alliance_id = $1 and body is not null
         order by purpose, created_at desc, id desc) latest
       order by created_at desc, id desc limit 50`,
      [tx.allianceId],
    );
  }

  override async insert(tx: Transaction, consents: readonly NewConsent[]): Promise<void> {
    if (consents.length === 0) return;
    await tx.query(
      `insert into participant_consent (id, alliance_id, organisation_id, participant_id, text_id, given_by, given_on,
         expires_on, recorded_by_person_id, created_at)
       select r.id, $1, r."organisationId", r."participantId", r."textId", r."givenBy", r."givenOn", r."expiresOn", $3, $4
       from json_to_recordset($2) as r (id uuid, "organisationId" uuid, "participantId" uuid, "textId" uuid,
         "givenBy" text, "givenOn" date, "expiresOn" date)`,
      [tx.allianceId, JSON.stringify(consents), personOf(tx), tx.now()],
    );
  }

  override history(tx: Transaction, participantId: string): Promise<StoredConsent[]> {
    return tx.query<StoredConsent>(
      `select c.id, t.purpose, t.text_version as "textVersion", t.body as text, c.given_by as "givenBy",
         c.given_on::text as "givenOn", c.expires_on::text as "expiresOn", ${iso('c.created_at')} as "recordedAt",
         r.name as "recordedBy",
         case when c.withdrawn_at is not null then json_build_object('at', ${iso('c.withdrawn_at')},
           'by', c.withdrawn_by, 'reason', c.withdrawn_reason, 'recordedBy', w.name) end as withdrawn
       from participant_consent c
       join participant_consent_text t on t.alliance_id = c.alliance_id and t.id = c.text_id
       left join person r on r.id = c.recorded_by_person_id
       left join person w on w.id = c.withdrawal_recorded_by_person_id
       where c.alliance_id = $1 and c.participant_id = $2 order by c.given_on desc, c.created_at desc, c.id desc`,
      [tx.allianceId, participantId],
    );
  }

  override async withdraw(
    tx: Transaction,
    id: string,
    { by, reason }: { readonly by: ConsentWithdrawer; readonly reason: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update participant_consent set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5,
         withdrawal_recorded_by_person_id = $6
       where alliance_id = $1 and id = $2 and withdrawn_at is null returning id`,
      [tx.allianceId, id, tx.now(), by, reason, personOf(tx)],
    );
    return rows.length === 1;
  }
}

function personOf(tx: Transaction): string | null {
  return actingPerson(tx.actor);
}

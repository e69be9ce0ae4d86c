import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { ExampleContracts, type PastContract } from '../application/example-contracts.js';

/** Writes contracts of the past in three statements. */
@Injectable()
export class ExampleContractsSql extends ExampleContracts {
  async insertAll(tx: Transaction, contracts: readonly PastContract[]): Promise<void> {
    await tx.query(
      `insert into contract (id, alliance_id, organisation_id, template_id, template_number, status,
         canonical_text, text_hash, response_days, term_months, recipient_name, recipient_email,
         recipient_locale, sender_id, sender_name, sender_email, answer_by, sent_at, signed_at, activated_at,
         closed_at, starts_on, ends_on, commitments, created_at, changed_at)
       select c.id, $1, c."organisationId", c."templateId", c."templateNumber", c.status, c."canonicalText",
         c."textHash", c."responseDays", c."termMonths", c.recipient ->> 'name', c.recipient ->> 'email',
         c.recipient ->> 'locale', (c.sender ->> 'id')::uuid, c.sender ->> 'name', c.sender ->> 'email',
         c."answerBy", c."sentAt", c."signedAt", c."activatedAt", c."closedAt", c."startsOn", c."endsOn",
         c.commitments, c."createdAt",
         coalesce(c."closedAt", c."activatedAt", c."signedAt", c."sentAt", c."createdAt")
       from jsonb_to_recordset($2::jsonb) as c (id uuid, "organisationId" uuid, "templateId" uuid,
         "templateNumber" int, status text, "canonicalText" text, "textHash" text, "responseDays" int,
         "termMonths" int, recipient jsonb, sender jsonb, "answerBy" date, "sentAt" timestamptz,
         "signedAt" timestamptz, "activatedAt" timestamptz, "closedAt" timestamptz, "startsOn" date,
         "endsOn" date, commitments jsonb, "createdAt" timestamptz)`,
      [tx.allianceId, JSON.stringify(contracts.map(({ contract }) => contract))],
    );
    const signatures = contracts.flatMap(({ contract, signatures: held }) =>
      held.map((each) => ({ ...each, id: newId(), contractId: contract.id })),
    );
    await tx.query(
      `insert into contract_signature (id, alliance_id, contract_id, side, name, email, commitments, text_hash,
         locale, identified_by, person_id, signed_at)
       select s.id, $1, s."contractId", s.side, s.name, s.email, s.commitments, s."textHash", s.locale,
         s."identifiedBy", s."personId", s."signedAt"
       from jsonb_to_recordset($2::jsonb) as s (id uuid, "contractId" uuid, side text, name text, email text,
         commitments jsonb, "textHash" text, locale text, "identifiedBy" text, "personId" uuid,
         "signedAt" timestamptz)`,
      [tx.allianceId, JSON.stringify(signatures)],
    );
    const steps = contracts.flatMap(({ contract, steps: taken }) =>
      taken.map((each) => ({ ...each, id: newId(), contractId: contract.id })),
    );
    await tx.query(
      `insert into contract_step (id, alliance_id, contract_id, step, by_name, by_id, happened_at)
       select s.id, $1, s."contractId", s.step, s."byName", s."byId", s.at
       from jsonb_to_recordset($2::jsonb) as s (id uuid, "contractId" uuid, step text, "byName" text, "byId" uuid,
         at timestamptz)`,
      [tx.allianceId, JSON.stringify(steps)],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type {
  ChosenCommitment,
  ContractMessageKind,
  ContractStatus,
  Locale,
  SignatureStrokes,
} from '#libs/api-schema';
import { newId, type PlainDate } from '#libs/kernel';
import { actingPerson, type Transaction } from '#libs/platform';
import {
  ContractRepository,
  type ContractStepKind,
  type StoredContract,
  type StoredSignature,
  type StoredSigning,
  type StoredStep,
} from '../application/contract.repository.js';

interface ContractRow {
  id: string;
  organisation_id: string;
  organisation_name: string;
  template_id: string;
  template_number: number;
  status: ContractStatus;
  canonical_text: string;
  text_hash: string;
  response_days: number;
  term_months: number;
  recipient_name: string;
  recipient_email: string;
  recipient_locale: Locale;
  sender_id: string | null;
  sender_name: string;
  sender_email: string;
  answer_by: PlainDate;
  message: string | null;
  sent_at: Date | null;
  signed_at: Date | null;
  activated_at: Date | null;
  closed_at: Date | null;
  starts_on: PlainDate | null;
  ends_on: PlainDate | null;
  commitments: ChosenCommitment[];
  partner_document_id: string | null;
  document_id: string | null;
  version: number;
  created_at: Date;
}

const contractColumns = `c.id, c.organisation_id, o.name as organisation_name, c.template_id, c.template_number,
  c.status, c.canonical_text, c.text_hash, c.response_days, c.term_months, c.recipient_name,
  c.recipient_email::text, c.recipient_locale, c.sender_id, c.sender_name, c.sender_email::text,
  c.answer_by::text, c.message, c.sent_at, c.signed_at, c.activated_at, c.closed_at, c.starts_on::text,
  c.ends_on::text, c.commitments, c.partner_document_id, c.document_id, c.version, c.created_at`;

/** Contracts in PostgreSQL. */
@Injectable()
export class ContractSqlRepository extends ContractRepository {
  async insert(tx: Transaction, contract: StoredContract): Promise<boolean> {
    const inserted = await tx.query(
      `insert into contract (id, alliance_id, organisation_id, template_id, template_number, status,
         canonical_text, text_hash, response_days, term_months, recipient_name, recipient_email,
         recipient_locale, sender_id, sender_name, sender_email, answer_by, message, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)
       on conflict (alliance_id, organisation_id) where status in ('draft', 'sent', 'signed') do nothing
       returning id`,
      [
        contract.id,
        tx.allianceId,
        contract.organisationId,
        contract.templateId,
        contract.templateNumber,
        contract.status,
        contract.canonicalText,
        contract.textHash,
        contract.responseDays,
        contract.termMonths,
        contract.recipient.name,
        contract.recipient.email,
        contract.recipient.locale,
        contract.sender.id,
        contract.sender.name,
        contract.sender.email,
        contract.answerBy,
        contract.message,
        contract.createdAt,
      ],
    );
    return inserted.length === 1;
  }

  async find(tx: Transaction, id: string, lock?: 'lock'): Promise<StoredContract | undefined> {
    const [row] = await tx.query<ContractRow>(
      `select ${contractColumns} from contract c
       join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
       where c.alliance_id = $1 and c.id = $2 ${lock === 'lock' ? 'for update of c' : ''}`,
      [tx.allianceId, id],
    );
    return row && toContract(row);
  }

  async save(tx: Transaction, contract: StoredContract): Promise<void> {
    await tx.query(
      `update contract set template_number = $3, status = $4, canonical_text = $5, text_hash = $6,
         response_days = $7, term_months = $8, recipient_name = $9, recipient_email = $10,
         recipient_locale = $11, sender_id = $12, sender_name = $13, sender_email = $14, sent_at = $15,
         signed_at = $16, activated_at = $17, closed_at = $18, starts_on = $19, ends_on = $20,
         commitments = $21, partner_document_id = $22, document_id = $23, version = version + 1,
         changed_at = $24
       where alliance_id = $1 and id = $2`,
      [
        tx.allianceId,
        contract.id,
        contract.templateNumber,
        contract.status,
        contract.canonicalText,
        contract.textHash,
        contract.responseDays,
        contract.termMonths,
        contract.recipient.name,
        contract.recipient.email,
        contract.recipient.locale,
        contract.sender.id,
        contract.sender.name,
        contract.sender.email,
        contract.sentAt,
        contract.signedAt,
        contract.activatedAt,
        contract.closedAt,
        contract.startsOn,
        contract.endsOn,
        JSON.stringify(contract.commitments),
        contract.partnerDocumentId,
        contract.documentId,
        tx.now(),
      ],
    );
  }

  async findSigning(tx: Transaction, contractId: string): Promise<StoredSigning | undefined> {
    const [row] = await tx.query<StoredSigning>(
      `select link_id as "linkId", name, strokes, commitments, text_hash as "textHash", locale
       from contract_signing where alliance_id = $1 and contract_id = $2`,
      [tx.allianceId, contractId],
    );
    return row;
  }

  async keepSigning(tx: Transaction, contractId: string, signing: StoredSigning): Promise<void> {
    await tx.query(
      `insert into contract_signing (contract_id, alliance_id, link_id, name, strokes, commitments, text_hash,
         locale, saved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (contract_id) do update set link_id = excluded.link_id, name = excluded.name,
         strokes = excluded.strokes, commitments = excluded.commitments, text_hash = excluded.text_hash,
         locale = excluded.locale, saved_at = excluded.saved_at`,
      [
        contractId,
        tx.allianceId,
        signing.linkId,
        signing.name,
        json(signing.strokes),
        JSON.stringify(signing.commitments),
        signing.textHash,
        signing.locale,
        tx.now(),
      ],
    );
  }

  async dropSigning(tx: Transaction, contractId: string): Promise<void> {
    await tx.query('delete from contract_signing where alliance_id = $1 and contract_id = $2', [
      tx.allianceId,
      contractId,
    ]);
  }

  async addSignature(tx: Transaction, contractId: string, signature: StoredSignature): Promise<void> {
    await tx.query(
      `insert into contract_signature (id, alliance_id, contract_id, side, name, email, strokes, commitments,
         text_hash, locale, identified_by, person_id, link_id, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        newId(),
        tx.allianceId,
        contractId,
        signature.side,
        signature.name,
        signature.email,
        json(signature.strokes),
        JSON.stringify(signature.commitments),
        signature.textHash,
        signature.locale,
        signature.identifiedBy,
        signature.personId,
        signature.linkId,
        signature.signedAt,
      ],
    );
  }

  async listSignatures(tx: Transaction, contractId: string): Promise<StoredSignature[]> {
    return tx.query<StoredSignature & { strokes: SignatureStrokes | null }>(
      `select side, name, email::text, strokes, commitments, text_hash as "textHash", locale,
         identified_by as "identifiedBy", person_id as "personId", link_id as "linkId", signed_at as "signedAt"
       from contract_signature where alliance_id = $1 and contract_id = $2 and voided_at is null
       order by side`,
      [tx.allianceId, contractId],
    );
  }

  async voidSignatures(tx: Transaction, contractId: string): Promise<void> {
    await tx.query(
      `update contract_signature set voided_at = $3
       where alliance_id = $1 and contract_id = $2 and voided_at is null`,
      [tx.allianceId, contractId, tx.now()],
    );
  }

  async addMessage(
    tx: Transaction,
    contractId: string,
    kind: ContractMessageKind,
    deliveryId: string,
  ): Promise<void> {
    await tx.query(
      `insert into contract_message (id, alliance_id, contract_id, kind, delivery_id, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), tx.allianceId, contractId, kind, deliveryId, tx.now()],
    );
  }

  async addStep(tx: Transaction, contractId: string, step: ContractStepKind, note?: string): Promise<void> {
    const by = tx.actor.kind === 'system' ? null : tx.actor.name;
    await tx.query(
      `insert into contract_step (id, alliance_id, contract_id, step, by_name, by_id, note, happened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), tx.allianceId, contractId, step, by, actingPerson(tx.actor), note ?? null, tx.now()],
    );
  }

  async listSteps(tx: Transaction, contractId: string): Promise<StoredStep[]> {
    return tx.query<StoredStep>(
      `select step, by_name as "byName", note, happened_at as "happenedAt"
       from contract_step where alliance_id = $1 and contract_id = $2 order by happened_at, id`,
      [tx.allianceId, contractId],
    );
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function toContract(row: ContractRow): StoredContract {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    templateId: row.template_id,
    templateNumber: row.template_number,
    status: row.status,
    canonicalText: row.canonical_text,
    textHash: row.text_hash,
    responseDays: row.response_days,
    termMonths: row.term_months,
    recipient: { name: row.recipient_name, email: row.recipient_email, locale: row.recipient_locale },
    sender: { id: row.sender_id, name: row.sender_name, email: row.sender_email },
    answerBy: row.answer_by,
    message: row.message,
    sentAt: row.sent_at,
    signedAt: row.signed_at,
    activatedAt: row.activated_at,
    closedAt: row.closed_at,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    commitments: row.commitments,
    partnerDocumentId: row.partner_document_id,
    documentId: row.document_id,
    version: row.version,
    createdAt: row.created_at,
  };
}

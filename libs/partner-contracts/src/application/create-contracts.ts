import { Injectable } from '@nestjs/common';
import type { ContractStatus, ContractTemplateText, ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError, newId, type PlainDate } from '#libs/kernel';
import { Access, notFound, type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import { freezeText } from '../domain/contract-text.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { ContractDelivery } from './contract-delivery.js';
import { ContractTemplateRepository } from './contract-template.repository.js';
import { ContractRepository, type ContractRecipient, type StoredContract } from './contract.repository.js';
import { type PartnerParty, PartyDirectory } from './party-directory.js';

/** Which contracts to make. */
export interface ContractsOrder {
  readonly templateId: string;
  readonly partners: readonly {
    readonly organisationId: string;
    readonly recipient?: ContractRecipient | undefined;
  }[];
  readonly answerBy: PlainDate;
  readonly message?: string | undefined;
  readonly send: boolean;
}

/** A contract that was made. */
export interface CreatedContract {
  readonly id: string;
  readonly organisationId: string;
  readonly status: ContractStatus;
}

interface Ground {
  readonly order: ContractsOrder;
  readonly text: ContractTemplateText;
  readonly number: number;
  readonly alliance: string;
  readonly actor: PersonActor;
}

/** Makes a contract for each of several partners from the newest text of a template: all of them or none. */
@Injectable()
export class CreateContracts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly contracts: ContractRepository,
    private readonly templates: ContractTemplateRepository,
    private readonly parties: PartyDirectory,
    private readonly delivery: ContractDelivery,
  ) {}

  /**
   * @throws DomainError `platform/not-found`, `date-passed`, `organisation-twice`, `no-recipient`,
   * `already-under-contract`
   */
  async run(actor: PersonActor, order: ContractsOrder): Promise<CreatedContract[]> {
    this.access.authorize(actor, 'create', 'Contract');
    return this.unitOfWork.actAs(actor, async (tx) => {
      if (order.answerBy <= copenhagenDate(tx.now())) {
        throw new DomainError<ErrorCode>('partner-contracts/date-passed', {}, 'answerBy');
      }
      const template = await this.templates.find(tx, order.templateId);
      const text = template && (await this.templates.findText(tx, template.id, template.number));
      if (template === undefined || text === undefined) throw notFound();
      const alliance = await this.parties.allianceName(tx);
      const found = await this.parties.listPartners(
        tx,
        order.partners.map((each) => each.organisationId),
      );
      const ground: Ground = { order, text, number: template.number, alliance, actor };
      const created: CreatedContract[] = [];
      const seen = new Set<string>();
      for (const [index, { organisationId }] of order.partners.entries()) {
        const partner = found.find((each) => each.id === organisationId);
        if (partner === undefined) throw notFound();
        if (seen.has(organisationId)) throw refuse('partner-contracts/organisation-twice', partner, index);
        seen.add(organisationId);
        created.push(await this.createOne(tx, ground, partner, index));
      }
      return created;
    });
  }

  private async createOne(
    tx: Transaction,
    ground: Ground,
    partner: PartnerParty,
    index: number,
  ): Promise<CreatedContract> {
    const recipient = ground.order.partners[index]?.recipient ?? partner.contact;
    if (recipient === null) throw refuse('partner-contracts/no-recipient', partner, index);
    const contract = draft(tx, ground, partner, recipient);
    if (!(await this.contracts.insert(tx, contract))) {
      throw refuse('partner-contracts/already-under-contract', partner, index);
    }
    await this.contracts.addStep(tx, contract.id, 'drafted');
    await tx.append('partner-contracts.contract-drafted', subjectOf(contract), partnerOf(contract));
    const sent = ground.order.send ? await this.delivery.send(tx, contract) : contract;
    return { id: sent.id, organisationId: sent.organisationId, status: sent.status };
  }
}

function draft(
  tx: Transaction,
  { order, text, number, alliance, actor }: Ground,
  partner: PartnerParty,
  recipient: ContractRecipient,
): StoredContract {
  const frozen = freezeText(text, { alliance, partner: partner.name, cvr: partner.cvr });
  return {
    id: newId(),
    organisationId: partner.id,
    organisationName: partner.name,
    templateId: order.templateId,
    templateNumber: number,
    status: 'draft',
    canonicalText: frozen.canonical,
    textHash: frozen.hash,
    responseDays: text.responseDays,
    termMonths: text.termMonths,
    recipient,
    sender: { id: actor.personId, name: actor.name, email: actor.email },
    answerBy: order.answerBy,
    message: order.message === undefined || order.message === '' ? null : order.message,
    sentAt: null,
    signedAt: null,
    activatedAt: null,
    closedAt: null,
    startsOn: null,
    endsOn: null,
    commitments: [],
    partnerDocumentId: null,
    documentId: null,
    version: 1,
    createdAt: tx.now(),
  };
}

function refuse(code: ErrorCode, partner: PartnerParty, index: number): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code, { organisation: partner.name }, `partners.${String(index)}`);
}

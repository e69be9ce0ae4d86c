import { Injectable } from '@nestjs/common';
import { Access, notFound, type PersonActor, type Transaction } from '#libs/platform';
import { ContractRepository, type StoredContract } from './contract.repository.js';

/** Finds contracts for people who may do something with them. */
@Injectable()
export class ContractAccess {
  constructor(
    private readonly access: Access,
    private readonly contracts: ContractRepository,
  ) {}

  /**
   * The contract, locked, when the actor may do that to it.
   * @throws DomainError `platform/not-found` when it is not there, or not for the actor's eyes
   */
  async lock(tx: Transaction, actor: PersonActor, action: string, id: string): Promise<StoredContract> {
    const contract = await this.contracts.find(tx, id, 'lock');
    if (contract === undefined || !this.access.allows(actor, 'read', 'Contract', columns(contract))) {
      throw notFound();
    }
    this.access.authorize(actor, action, 'Contract', columns(contract));
    return contract;
  }
}

/** The columns that policies speak of. */
export function columns(contract: StoredContract): Record<string, unknown> {
  return { id: contract.id, organisation_id: contract.organisationId, status: contract.status };
}

/** What events say of a contract: organisations are named, people are not. */
export function partnerOf(contract: StoredContract): { organisationName: string; organisationId: string } {
  return { organisationName: contract.organisationName, organisationId: contract.organisationId };
}

/** The contract as the subject of an event. */
export function subjectOf(contract: StoredContract): { kind: string; id: string } {
  return { kind: 'contract', id: contract.id };
}

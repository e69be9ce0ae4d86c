import { Injectable } from '@nestjs/common';
import {
  type LinkedThing,
  type LinkHolder,
  type LinkPurpose,
  type LinkReason,
  notFound,
  type StoredLink,
  type Transaction,
} from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { contractLink, ContractDelivery } from './contract-delivery.js';
import { ContractRepository } from './contract.repository.js';
import { PassOnContract } from './pass-on-contract.js';

/** Tells the platform of the links by which a partner without an account reads and signs its contract. */
@Injectable()
export class ContractLinks implements LinkPurpose {
  readonly purpose = contractLink;
  readonly label = { da: 'Læs og underskriv kontrakten', en: 'Read and sign the contract' };
  readonly about = 'contract';

  constructor(
    private readonly contracts: ContractRepository,
    private readonly delivery: ContractDelivery,
    private readonly passOn: PassOnContract,
  ) {}

  async describe(tx: Transaction, subjectIds: readonly string[]): Promise<Map<string, LinkedThing>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `select c.id, o.name from contract c
       join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
       where c.alliance_id = $1 and c.id = any ($2)`,
      [tx.allianceId, subjectIds],
    );
    return new Map(
      rows.map(({ id, name }) => [
        id,
        {
          kind: this.about,
          id,
          title: { da: `Kontrakt med ${name}`, en: `Contract with ${name}` },
          path: `kontrakter/${id}`,
        },
      ]),
    );
  }

  /** @throws DomainError `already-signed`, `withdrawn`, `not-awaiting-signature` */
  async send(tx: Transaction, link: StoredLink, to: LinkHolder, reason: LinkReason): Promise<void> {
    if (reason.kind === 'passed-on') return this.passOn.run(tx, link.subjectId, to, reason.passedOnBy);
    const contract = await this.contracts.find(tx, link.subjectId, 'lock');
    if (contract === undefined) throw notFound();
    nextStatus(contract.status, 'resend');
    await this.delivery.invite(tx, contract, to, { kind: 'resent' });
    await this.contracts.addStep(tx, contract.id, 'resent');
    await tx.append('partner-contracts.contract-resent', subjectOf(contract), partnerOf(contract));
  }
}

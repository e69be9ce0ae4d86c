import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError, type PlainDate } from '#libs/kernel';
import { type PersonActor, UnitOfWork } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { termFrom } from '../domain/contract-term.js';
import { checkTextShown, makeMark } from '../domain/signature.js';
import { ContractAccess, partnerOf, subjectOf } from './contract-access.js';
import { ContractRepository } from './contract.repository.js';
import { enqueueExpiry, enqueueSealing } from './sealing-queue.js';

/** The secretariat's signature, after which the contract is in force and its final document is sealed. */
@Injectable()
export class CounterSignContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ContractAccess,
    private readonly contracts: ContractRepository,
  ) {}

  /**
   * @throws DomainError `platform/not-found`, `not-awaiting-counter-signature`, `text-changed`, `name-missing`,
   * `start-passed`
   */
  async run(
    actor: PersonActor,
    id: string,
    input: { name: string; textHash: string; startsOn?: PlainDate | undefined },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const contract = await this.access.lock(tx, actor, 'counter-sign', id);
      const status = nextStatus(contract.status, 'counter-sign');
      checkTextShown(input.textHash, contract.textHash);
      const mark = makeMark(input.name, null);
      const today = copenhagenDate(tx.now());
      const startsOn = input.startsOn ?? today;
      if (startsOn < today)
        throw new DomainError<ErrorCode>('partner-contracts/start-passed', {}, 'startsOn');
      const term = termFrom(startsOn, contract.termMonths);
      await this.contracts.addSignature(tx, id, {
        side: 'secretariat',
        name: mark.name,
        email: actor.email,
        strokes: null,
        commitments: contract.commitments,
        textHash: contract.textHash,
        locale: actor.locale,
        identifiedBy: 'signed-in',
        personId: actor.personId,
        linkId: null,
        signedAt: tx.now(),
      });
      await this.contracts.save(tx, { ...contract, ...term, status, activatedAt: tx.now() });
      await this.contracts.addStep(tx, id, 'counter-signed');
      await tx.append('partner-contracts.contract-activated', subjectOf(contract), {
        ...partnerOf(contract),
        ...term,
      });
      await enqueueSealing(tx, id, 'final', tx.now());
      await enqueueExpiry(tx, id, term.endsOn);
    });
  }
}

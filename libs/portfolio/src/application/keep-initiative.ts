import { Injectable } from '@nestjs/common';
import type { ErrorCode, InitiativeInput } from '#libs/api-schema';
import { copenhagenDate, DomainError, newId } from '#libs/kernel';
import { Access, notFound, type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import { checkOpen, checkReviewDate, checkSafeguards } from '../domain/initiative.js';
import { InitiativeRepository, type StoredInitiative } from './initiative.repository.js';

/** Brings an idea into the portfolio and changes what is said of an initiative. */
@Injectable()
export class KeepInitiative {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly access: Access,
  ) {}

  /** Every initiative begins as an idea. */
  async add(actor: PersonActor, input: InitiativeInput): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      this.access.authorize(actor, 'create', 'Initiative', rowOf(input));
      await this.checkNamed(tx, input);
      const id = newId();
      await this.initiatives.add(tx, id, input);
      const subject = { kind: 'initiative', id };
      await tx.append('portfolio.initiative-created', subject, { initiativeName: input.name });
      return { id };
    });
  }

  /** @param expected the version the edit is based on */
  async edit(actor: PersonActor, id: string, expected: number, input: InitiativeInput): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const initiative = await this.holdFor(tx, actor, id, expected);
      this.access.authorize(actor, 'update', 'Initiative', rowOf(input));
      checkOpen(initiative.stage);
      checkSafeguards(initiative.stage, input);
      if (initiative.stage !== 'idea' && input.reviewOn !== initiative.reviewOn)
        checkReviewDate(input.reviewOn, copenhagenDate(tx.now()), 'reviewOn');
      await this.checkNamed(tx, input);
      await this.initiatives.save(tx, id, input);
      const subject = { kind: 'initiative', id };
      await tx.append('portfolio.initiative-edited', subject, { initiativeName: input.name });
    });
  }

  /**
   * The initiative that is to be changed, held until the end of the unit of work.
   * @throws DomainError platform/not-found, platform/forbidden, platform/stale
   */
  async holdFor(
    tx: Transaction,
    actor: PersonActor,
    id: string,
    expected: number,
  ): Promise<StoredInitiative> {
    const initiative = await this.initiatives.hold(tx, id);
    if (initiative === null) throw notFound();
    this.access.authorize(actor, 'update', 'Initiative', rowOf(initiative));
    if (initiative.version !== expected) throw new DomainError<ErrorCode>('platform/stale');
    return initiative;
  }

  /** What the initiative points at is in the alliance. */
  private async checkNamed(
    tx: Transaction,
    { outcomeId, responsibleOrganisationId }: InitiativeInput,
  ): Promise<void> {
    if (outcomeId !== null && !(await this.initiatives.hasOutcome(tx, outcomeId)))
      throw new DomainError<ErrorCode>('portfolio/outcome-unknown', {}, 'outcomeId');
    if (
      responsibleOrganisationId !== null &&
      !(await this.initiatives.hasOrganisation(tx, responsibleOrganisationId))
    )
      throw new DomainError<ErrorCode>('portfolio/organisation-unknown', {}, 'responsibleOrganisationId');
  }
}

/** The columns that permission looks at. */
export function rowOf({ responsibleOrganisationId }: Pick<InitiativeInput, 'responsibleOrganisationId'>) {
  return { responsible_organisation_id: responsibleOrganisationId };
}

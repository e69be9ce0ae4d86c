import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, UnitOfWork } from '#libs/platform';
import { IndicatorRepository } from './indicator.repository.js';

/** The alliance's rule of small numbers: it may be raised, never below five. */
@Injectable()
export class SetDisclosureRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
  ) {}

  /** The rule in force; version 0 while it is the product's own. */
  async show(actor: Actor): Promise<{ suppressBelow: number; version: number }> {
    return this.unitOfWork.readAs(actor, (tx) => this.indicators.disclosureRule(tx));
  }

  /** @param expected the version the change is based on */
  async run(actor: Actor, suppressBelow: number, expected: number): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      if (!(await this.indicators.saveDisclosureRule(tx, suppressBelow, expected)))
        throw new DomainError<ErrorCode>('platform/stale');
      const subject = { kind: 'alliance', id: tx.allianceId };
      await tx.append('measurements.disclosure-rule-changed', subject, { suppressBelow });
    });
  }
}

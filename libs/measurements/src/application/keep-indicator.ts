import { Injectable } from '@nestjs/common';
import type { ErrorCode, IndicatorInput } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { checkIndicator, checkUnchangedMeaning } from '../domain/indicator.js';
import { IndicatorRepository } from './indicator.repository.js';
import { MetricSources } from './metric-sources.js';
import { RollUpRepository } from './roll-up.repository.js';

/** Makes an indicator and changes what is said of it. */
@Injectable()
export class KeepIndicator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
    private readonly rollUps: RollUpRepository,
    private readonly sources: MetricSources,
  ) {}

  /** A new indicator. */
  async add(actor: Actor, input: IndicatorInput): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      await this.check(tx, input);
      const id = newId();
      await this.indicators.add(tx, id, input);
      await this.tell(tx, id, input, 'measurements.indicator-created');
      if (input.published) await this.tell(tx, id, input, 'measurements.indicator-published');
      return { id };
    });
  }

  /** @param expected the version the edit is based on */
  async edit(actor: Actor, id: string, expected: number, input: IndicatorInput): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const before = await this.indicators.hold(tx, id);
      if (before === null) throw notFound();
      if (before.version !== expected) throw new DomainError<ErrorCode>('platform/stale');
      await this.check(tx, input);
      if (await this.indicators.hasObservations(tx, id)) checkUnchangedMeaning(before, input);
      await this.indicators.save(tx, id, input);
      if (input.metricKey !== before.metricKey) await this.rollUps.forget(tx, id);
      await this.tell(tx, id, input, 'measurements.indicator-edited');
      if (input.published && !before.published)
        await this.tell(tx, id, input, 'measurements.indicator-published');
    });
  }

  private async check(tx: Transaction, input: IndicatorInput): Promise<void> {
    checkIndicator(input);
    if (input.metricKey !== null && this.sources.find(input.metricKey) === undefined)
      throw new DomainError<ErrorCode>('measurements/unknown-metric', {}, 'metricKey');
    const { responsibleOrganisationId: responsible } = input;
    if (responsible !== null && !(await this.indicators.hasOrganisation(tx, responsible)))
      throw new DomainError<ErrorCode>('measurements/organisation-unknown', {}, 'responsibleOrganisationId');
  }

  private async tell(
    tx: Transaction,
    id: string,
    { name }: IndicatorInput,
    type:
      'measurements.indicator-created' | 'measurements.indicator-edited' | 'measurements.indicator-published',
  ): Promise<void> {
    await tx.append(type, { kind: 'indicator', id }, { indicatorName: name });
  }
}

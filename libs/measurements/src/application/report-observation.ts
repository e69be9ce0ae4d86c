import { Injectable } from '@nestjs/common';
import type { ErrorCode, ObservationStep, ObservedFigure } from '#libs/api-schema';
import { copenhagenDate, DomainError, monthOf } from '#libs/kernel';
import { Access, hasRole, notFound, type PersonActor, type Transaction, UnitOfWork } from '#libs/platform';
import { checkFigure, checkMayCorrect, checkPeriod, moveObservation } from '../domain/observation.js';
import { IndicatorRepository, type StoredIndicator } from './indicator.repository.js';
import { ObservationRepository } from './observation.repository.js';

/** Reports the figure of a period and takes it from draft to published. */
@Injectable()
export class ReportObservation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
    private readonly observations: ObservationRepository,
    private readonly access: Access,
  ) {}

  /**
   * Enters or corrects a figure. What was published stays published, with the revision on record.
   * @param expected the version of the figure this builds on; 0 for the first
   */
  async enter(
    actor: PersonActor,
    id: string,
    period: string,
    expected: number,
    { figure, note }: { figure: ObservedFigure; note: string },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const indicator = await this.reportable(tx, actor, id);
      checkPeriod(period, indicator.frequency, monthOf(copenhagenDate(tx.now())));
      checkFigure(indicator.unit, figure);
      const before = await this.observations.hold(tx, id, period);
      if ((before?.version ?? 0) !== expected) throw new DomainError<ErrorCode>('platform/stale');
      const entered = { enteredBy: actor.name, enteredById: actor.personId };
      const change = { figure, note, sentBackReason: before?.sentBackReason ?? '', ...entered };
      if (before === null) {
        const first = await this.observations.add(
          tx,
          id,
          period,
          { ...change, state: 'draft' },
          actor.personId,
        );
        if (!first) throw new DomainError<ErrorCode>('platform/stale');
      } else {
        checkMayCorrect(before.state, hasRole(actor, 'secretariat'));
        const by = { id: actor.personId, name: actor.name };
        await this.observations.save(tx, before, { ...change, state: before.state }, by);
      }
      await tx.append(
        'measurements.observation-entered',
        { kind: 'indicator', id },
        { indicatorName: indicator.name, period },
      );
    });
  }

  /** Hands a figure in, sends it back or publishes it. Only the secretariat does the latter two. */
  async move(
    actor: PersonActor,
    id: string,
    period: string,
    expected: number,
    { step, reason }: { step: ObservationStep; reason: string },
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const indicator = await this.reportable(tx, actor, id);
      const before = await this.observations.hold(tx, id, period);
      if (before === null) throw notFound();
      if (step !== 'submit') this.access.authorize(actor, 'publish', 'Indicator', rowOf(indicator));
      if (before.version !== expected) throw new DomainError<ErrorCode>('platform/stale');
      const state = moveObservation(before.state, step, reason);
      const sentBackReason = step === 'send_back' ? reason : '';
      const by = { id: actor.personId, name: actor.name };
      await this.observations.save(tx, before, { ...before, state, sentBackReason }, by);
      const about = { indicatorName: indicator.name, period };
      const subject = { kind: 'indicator', id };
      await tx.append('measurements.observation-moved', subject, { ...about, step });
      if (state === 'published') await tx.append('measurements.observation-published', subject, about);
    });
  }

  /** @throws DomainError platform/not-found, platform/forbidden, measurements/derived-not-reported */
  private async reportable(tx: Transaction, actor: PersonActor, id: string): Promise<StoredIndicator> {
    const indicator = await this.indicators.find(tx, id);
    if (indicator === null) throw notFound();
    this.access.authorize(actor, 'report', 'Indicator', rowOf(indicator));
    if (indicator.source === 'derived') throw new DomainError<ErrorCode>('measurements/derived-not-reported');
    return indicator;
  }
}

/** The columns that permission looks at. */
export function rowOf({ published, responsibleOrganisationId }: StoredIndicator) {
  return { published, responsible_organisation_id: responsibleOrganisationId };
}

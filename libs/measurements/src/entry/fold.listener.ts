import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { EventSubscriptions, JobRegistry, systemActor, UnitOfWork } from '#libs/platform';
import { FoldIndicator } from '../application/fold-indicator.js';
import { IndicatorRepository } from '../application/indicator.repository.js';
import { MetricSources } from '../application/metric-sources.js';

const queue = 'measurements.fold';
/** Events this close together, in milliseconds, are folded once. */
const together = 10_000;

/**
 * Folds ahead of the readers: an event that may change counts leaves one job for the next ten seconds, however
 * many such events there are. Reading never depends on it (see FoldIndicator).
 */
@Injectable()
export class FoldListener implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly sources: MetricSources,
    private readonly subscriptions: EventSubscriptions,
    private readonly jobs: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
    private readonly folding: FoldIndicator,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(queue, async ({ allianceId, metricKey }) => {
      if (typeof allianceId !== 'string' || typeof metricKey !== 'string') return;
      await this.unitOfWork.actAs(systemActor(allianceId, 'fold indicators'), async (tx) => {
        for (const indicator of await this.indicators.derivedFrom(tx, metricKey))
          await this.folding.fold(tx, indicator);
      });
    });
  }

  /** Later than onModuleInit, in which the modules register their sources. */
  onApplicationBootstrap(): void {
    for (const { key: metricKey, refreshedBy } of this.sources.all())
      for (const type of refreshedBy)
        this.subscriptions.on(type, `measurements.fold.${metricKey}`, async (_event, tx) => {
          const slot = Math.floor(tx.now().getTime() / together);
          await tx.enqueue({
            queue,
            key: `${tx.allianceId}:${metricKey}:${String(slot)}`,
            payload: { allianceId: tx.allianceId, metricKey },
            runAt: new Date((slot + 1) * together),
          });
        });
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, addToMonth, copenhagenDate, copenhagenInstant, monthOf } from '#libs/kernel';
import { systemActor, type Transaction, UnitOfWork } from '#libs/platform';
import type { StoredIndicator } from './indicator.repository.js';
import type { MetricSource } from './metric-source.js';
import { MetricSources } from './metric-sources.js';
import { type RollUp, RollUpRepository } from './roll-up.repository.js';

/** How far back counts are kept, in months. */
const KEPT = 120;

/**
 * Keeps the counts of derived indicators folded. What is read always equals counting anew: a roll-up whose tail
 * holds an event that may change it, or whose clock has run out, is counted again before it is used.
 */
@Injectable()
export class FoldIndicator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: MetricSources,
    private readonly rollUps: RollUpRepository,
  ) {}

  /** The folded counts as they are, in the reader's own unit of work. Null for an indicator that is not derived. */
  async peek(tx: Transaction, indicator: StoredIndicator): Promise<RollUp | null> {
    const source = this.sourceOf(indicator);
    if (source === undefined) return null;
    return this.rollUps.read(tx, { indicatorId: indicator.id, refreshedBy: source.refreshedBy });
  }

  /** Counts anew as the system, which may see what the counts rest on. Call outside any unit of work. */
  async refresh(allianceId: string, indicator: StoredIndicator): Promise<RollUp | null> {
    return this.unitOfWork.actAs(systemActor(allianceId, 'fold indicator'), (tx) => this.fold(tx, indicator));
  }

  /** Counts anew in an open unit of work of the system, unless somebody else just did. */
  async fold(tx: Transaction, indicator: StoredIndicator): Promise<RollUp | null> {
    const source = this.sourceOf(indicator);
    if (source === undefined) return null;
    const question = { indicatorId: indicator.id, refreshedBy: source.refreshedBy };
    await this.rollUps.hold(tx, indicator.id);
    const standing = await this.rollUps.read(tx, question);
    if (standing.stands) return standing;
    // The number before the counts: an event sealed in between is then seen as tail once more, never missed.
    const seq = await this.rollUps.lastSeq(tx);
    const today = copenhagenDate(tx.now());
    const toMonth = monthOf(today);
    const months = await source.compute(tx, { fromMonth: addToMonth(toMonth, 1 - KEPT), toMonth });
    const midnight = copenhagenInstant(addDays(today, 1));
    const sooner = (await source.nextChangeByClock?.(tx)) ?? midnight;
    const validUntil = sooner < midnight ? sooner : midnight;
    await this.rollUps.save(tx, indicator.id, months, { seq, validUntil });
    return { indicatorId: indicator.id, stands: true, computedAt: tx.now(), months };
  }

  private sourceOf({ source, metricKey }: StoredIndicator): MetricSource | undefined {
    return source === 'derived' && metricKey !== null ? this.sources.find(metricKey) : undefined;
  }
}

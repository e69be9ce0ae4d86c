import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  indicatorDetail,
  indicatorPage,
  indicatorQuery,
  indicatorSeries,
  metricSourceList,
  observationList,
  seriesQuery,
} from '#libs/api-schema';
import type { ErrorCode } from '#libs/api-schema';
import { copenhagenDate, diffMonths, DomainError } from '#libs/kernel';
import {
  Access,
  defineList,
  listPage,
  notFound,
  type PersonActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import type { Current, Point } from '../domain/curve.js';
import { showObserved } from '../domain/observation.js';
import { lastDuePeriod, periodsFrom } from '../domain/period.js';
import { IndicatorRepository, type StoredIndicator } from './indicator.repository.js';
import { MetricSources } from './metric-sources.js';
import { ObservationRepository } from './observation.repository.js';
import { type IndicatorFigures, ReadFigures, within } from './read-figures.js';
import { rowOf } from './report-observation.js';

/** How many of the newest points the list shows. */
const RECENT = 12;
const LONGEST_SPAN = 120;

const indicatorList = defineList({
  name: 'measurements-indicators',
  from: 'indicator i',
  where: 'i.alliance_id = $alliance',
  id: 'i.id',
  json: { id: 'i.id' },
  sorts: {
    name: { sql: 'i.name', type: 'text' },
    created: { sql: 'i.created_at', type: 'timestamptz' },
  },
  filters: { level: 'i.level = any ($value)', source: 'i.source = any ($value)' },
  search: ['i.name', 'i.definition'],
});

/** Reads indicators, their curves and what was reported. */
@Injectable()
export class ShowIndicators {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorRepository,
    private readonly observations: ObservationRepository,
    private readonly figures: ReadFigures,
    private readonly sources: MetricSources,
    private readonly access: Access,
  ) {}

  /** A page of indicators, each with its newest figure and its curve of late. */
  async page(
    actor: PersonActor,
    query: z.output<typeof indicatorQuery>,
  ): Promise<z.input<typeof indicatorPage>> {
    let head: { items: { id: string }[]; total: number; next: string | null } = {
      items: [],
      total: 0,
      next: null,
    };
    const shown = await this.figures.of(actor, async (tx) => {
      const seen = this.access.sql(actor, 'read', 'Indicator', { alias: 'i', firstParam: 1 });
      head = JSON.parse(await listPage(tx, indicatorList, query, seen)) as typeof head;
      const ids = head.items.map(({ id }) => id);
      const again = this.access.sql(actor, 'read', 'Indicator', { alias: 'i', firstParam: 3 });
      const found = await this.indicators.findAll(tx, ids, again);
      return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    });
    return {
      ...head,
      items: shown.figures.map(({ indicator, points, current }) => ({
        ...indicator,
        current: plainCurrent(current),
        recent: points.slice(-RECENT).map(({ period, cell }) => ({ period, cell })),
      })),
    };
  }

  /** One indicator with its newest figure. */
  async detail(actor: PersonActor, id: string): Promise<z.input<typeof indicatorDetail>> {
    const { indicator, current } = await this.figuresOf(actor, id);
    const source = indicator.metricKey === null ? undefined : this.sources.find(indicator.metricKey);
    return {
      ...indicator,
      current: plainCurrent(current),
      counting: source === undefined ? null : { ...source.definition },
      may: {
        report:
          indicator.source === 'manual' && this.access.allows(actor, 'report', 'Indicator', rowOf(indicator)),
        edit: this.access.allows(actor, 'update', 'Indicator', rowOf(indicator)),
      },
    };
  }

  /** An indicator's curve over a span of months. */
  async series(
    actor: PersonActor,
    id: string,
    { from, to }: z.output<typeof seriesQuery>,
  ): Promise<z.input<typeof indicatorSeries>> {
    if (from !== undefined && to !== undefined) {
      const months = diffMonths(from, to);
      if (months < 0 || months >= LONGEST_SPAN)
        throw new DomainError<ErrorCode>('measurements/span-backwards', {}, 'from');
    }
    const { indicator, points, current, updatedAt, suppressBelow, today } = await this.figuresOf(actor, id);
    return {
      ...indicator,
      indicatorId: indicator.id,
      suppressBelow,
      updatedAt: updatedAt?.toISOString() ?? null,
      points: within(points, from, to, today, indicator.frequency).map(plainPoint),
      current: plainCurrent(current),
    };
  }

  /**
   * What was reported, newest first, and which periods are awaited. A small count is shown to those who report it
   * and to nobody else.
   */
  async reported(actor: PersonActor, id: string): Promise<z.input<typeof observationList>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const indicator = await this.readable(tx, actor, id);
      this.access.authorize(actor, 'report', 'Indicator', rowOf(indicator));
      const { suppressBelow } = await this.indicators.disclosureRule(tx);
      const items = await this.observations.list(tx, id);
      const own =
        indicator.responsibleOrganisationId === null ||
        actor.roles.some(({ organisationId }) => organisationId === indicator.responsibleOrganisationId);
      return {
        items: items.map((item) => {
          const { cell } = showObserved(indicator.unit, item.figure, suppressBelow);
          const figure = own || cell.state !== 'suppressed' ? item.figure : null;
          return { ...item, figure, cell, changedAt: item.changedAt.toISOString() };
        }),
        awaited: awaitedPeriods(
          indicator,
          items.map(({ period }) => period),
          copenhagenDate(tx.now()),
        ),
      };
    });
  }

  /** What indicators can be derived from. */
  metricSources(): z.input<typeof metricSourceList> {
    return {
      items: this.sources
        .all()
        .map(({ key, label, definition }) => ({ key, label: { ...label }, definition: { ...definition } })),
    };
  }

  private async figuresOf(
    actor: PersonActor,
    id: string,
  ): Promise<IndicatorFigures & { suppressBelow: number; today: string }> {
    const { figures, suppressBelow, today } = await this.figures.of(actor, async (tx) => [
      await this.readable(tx, actor, id),
    ]);
    const [found] = figures;
    if (found === undefined) throw notFound();
    return { ...found, suppressBelow, today };
  }

  private async readable(tx: Transaction, actor: PersonActor, id: string): Promise<StoredIndicator> {
    const indicator = await this.indicators.find(tx, id);
    if (indicator === null || !this.access.allows(actor, 'read', 'Indicator', rowOf(indicator)))
      throw notFound();
    return indicator;
  }
}

/** Periods that should be there by today and are not, newest first: since the first one, at most two years' worth. */
function awaitedPeriods({ frequency }: StoredIndicator, there: readonly string[], today: string): string[] {
  const due = lastDuePeriod(today, frequency);
  const since = [...there].sort()[0] ?? due;
  return periodsFrom(since < due ? since : due, due)
    .filter((period) => !there.includes(period))
    .reverse()
    .slice(0, 24);
}

function plainPoint(point: Point): z.input<typeof indicatorSeries>['points'][number] {
  return { ...point };
}

function plainCurrent(current: Current): z.input<typeof indicatorDetail>['current'] {
  return { ...current };
}

import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { useFormats } from '../language/use-formats.js';
import { useText } from '../language/use-text.js';
import { CellFigure } from './cell.js';
import type { Cell } from './cell.js';
import { Loading } from './states.js';
import { Table } from './table.js';

const Drawing = lazy(() => import('./chart-drawing.js').then((module) => ({ default: module.ChartDrawing })));

/** One curve. A forecast is drawn dashed. */
export interface Series {
  name: string;
  kind?: 'measured' | 'forecast';
  /** Month 'YYYY-MM' or date → what is known of it. */
  points: readonly { period: string; cell: Cell }[];
}

/** What a chart shows. */
export interface ChartProps {
  title: string;
  series: readonly Series[];
  /** 'percent': values are shares 0–1. */
  format: 'percent' | 'number';
  /** Drawn as a line across. */
  target?: number;
}

/** What a series knows of a period: nothing within its own time is missing, before and after it does not apply. */
function cellAt(points: Series['points'], period: string): Cell {
  const found = points.find((point) => point.period === period);
  if (found) return found.cell;
  const isWithin = points.some((one) => one.period < period) && points.some((one) => one.period > period);
  return { state: isWithin ? 'missing' : 'not-applicable' };
}

/** Curves over time with their data table: the drawing is for the eye, the table is the content. */
export function Chart(props: ChartProps): ReactElement {
  const { title, series, format, target } = props;
  const t = useText();
  const formats = useFormats();
  const write = (value: number): string =>
    format === 'percent' ? formats.percent(value) : formats.number(value);
  const writePeriod = (period: string): string =>
    period.length === 7 ? formats.month(period) : formats.date(period);
  const periods = [...new Set(series.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Suspense fallback={<Loading />}>
        <Drawing {...props} write={write} writePeriod={writePeriod} targetLabel={t('kit.chart.target')} />
      </Suspense>
      <p className="chart-legend">{t('kit.chart.legend')}</p>
      <details className="chart-table">
        <summary>{t('kit.chart.table')}</summary>
        <Table
          name={title}
          phone="scroll"
          rows={periods}
          rowKey={(period) => period}
          columns={[
            { key: 'period', header: t('kit.chart.period'), isName: true, cell: writePeriod },
            ...series.map(({ name, points }) => ({
              key: name,
              header: name,
              align: 'end' as const,
              cell: (period: string) => <CellFigure cell={cellAt(points, period)} format={write} />,
            })),
            ...(target === undefined
              ? []
              : [
                  {
                    key: 'target',
                    header: t('kit.chart.target'),
                    align: 'end' as const,
                    cell: () => write(target),
                  },
                ]),
          ]}
        />
      </details>
    </figure>
  );
}

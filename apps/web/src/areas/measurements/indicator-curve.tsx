import type { ReactElement } from 'react';
import type { FigureCell, IndicatorSeries, PeopleCount, SeriesPoint, Unit } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Chart, EmptyState, Section, Table } from '../../kit/index.js';
import type { Cell } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { CompletenessOf, FigureOf } from './current-figure.js';
import { useFigureWords } from './use-figure-words.js';

/** An indicator's curve with all its figures in a table, and the same as a file. */
export function IndicatorCurve({ series }: { series: IndicatorSeries }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { points, name, unit, targetValue } = series;
  if (points.length === 0)
    return (
      <EmptyState title={t('measurements.noFigures')}>
        {t(`measurements.noFigures.${series.source}`)}
      </EmptyState>
    );
  return (
    <>
      <Section title={t('measurements.curve')}>
        <Chart
          title={name}
          format={unit === 'percent' ? 'percent' : 'number'}
          {...(targetValue === null ? {} : { target: scaled(targetValue, unit) })}
          series={[
            {
              name,
              points: points.map(({ period, cell }) => ({
                period: monthOf(period),
                cell: drawn(cell, unit),
              })),
            },
          ]}
        />
      </Section>
      <Section title={t('measurements.figures')} actions={<Downloads series={series} />}>
        <Figures series={series} />
        {series.updatedAt === null ? null : (
          <p className="measurements-soft">
            {t('measurements.updated', { date: f.dateTime(series.updatedAt) })}
          </p>
        )}
      </Section>
    </>
  );
}

function Figures({ series: { points, unit } }: { series: IndicatorSeries }): ReactElement {
  const t = useText();
  const f = useFormats();
  const words = useFigureWords();
  const isShare = points.some(({ known }) => known !== null);
  const newestFirst = [...points].reverse();
  return (
    <Table<SeriesPoint>
      name={t('measurements.figures')}
      rows={newestFirst}
      rowKey={({ period }) => period}
      phone="scroll"
      columns={[
        {
          key: 'period',
          header: t('measurements.period'),
          isName: true,
          cell: ({ period }) => words.period(period),
        },
        {
          key: 'value',
          header: t('measurements.value'),
          align: 'end',
          cell: ({ cell }) => <FigureOf cell={cell} unit={unit} />,
        },
        ...(isShare
          ? [
              {
                key: 'counts',
                header: t('measurements.counts'),
                align: 'end' as const,
                cell: ({ cell }: SeriesPoint) =>
                  'numerator' in cell && cell.numerator !== null && cell.denominator !== null
                    ? `${f.number(cell.numerator)} / ${f.number(cell.denominator)}`
                    : null,
              },
              {
                key: 'unknown',
                header: t('measurements.unknown'),
                align: 'end' as const,
                cell: ({ unknown }: SeriesPoint) => <People count={unknown} />,
              },
              {
                key: 'completeness',
                header: t('measurements.completeness'),
                align: 'end' as const,
                cell: (point: SeriesPoint) => <CompletenessOf figure={point} />,
              },
            ]
          : []),
        {
          key: 'preliminary',
          header: t('measurements.status'),
          cell: ({ preliminary }) => (preliminary ? t('measurements.preliminary') : t('measurements.final')),
        },
        ...(points.some(({ note }) => note !== '')
          ? [{ key: 'note', header: t('measurements.note'), cell: ({ note }: SeriesPoint) => note }]
          : []),
      ]}
    />
  );
}

function People({ count }: { count: PeopleCount | null }): ReactElement {
  const t = useText();
  const f = useFormats();
  if (count === null) return <span className="measurements-soft">{t('measurements.notCounted')}</span>;
  if (count.state === 'value') return <>{f.number(count.count)}</>;
  return <span className="measurements-hidden">{t('measurements.few', { below: count.below })}</span>;
}

function Downloads({ series: { indicatorId } }: { series: IndicatorSeries }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const base = `/api/v1/alliances/${id}/indicators/${indicatorId}/series`;
  return (
    <div className="page-actions">
      <a className="button button-secondary" href={`${base}.xlsx`} download>
        {t('measurements.xlsx')}
      </a>
      <a className="button button-secondary" href={`${base}.csv`} download>
        {t('measurements.csv')}
      </a>
    </div>
  );
}

/** The kit draws months: a quarter or a year stands at its last one. */
function monthOf(period: string): string {
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (quarter) return `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`;
  return period.length === 4 ? `${period}-12` : period;
}

/** Percent are shares from 0 to 1 in the kit. */
function scaled(value: number, unit: Unit): number {
  return unit === 'percent' ? value / 100 : value;
}

function drawn(cell: FigureCell, unit: Unit): Cell {
  if (cell.state === 'value' || cell.state === 'stale')
    return { state: cell.state, value: scaled(cell.value, unit) };
  if (cell.state === 'suppressed') return cell;
  return { state: cell.state === 'not_applicable' ? 'not-applicable' : cell.state };
}

import type { ReactElement } from 'react';
import type { PromiseCount, PromiseRates } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { CellFigure, Chart, EmptyState, Facts, Loaded, Page, Section, Table } from '../../kit/index.js';
import type { Cell, Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';
import { PromiseFigure } from './promise-figure.js';

interface Counted {
  count: PromiseCount;
}

/** How far the promises were kept: alliance, months, sectors, partners. */
export function PromisePage(): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const rates = useApi<PromiseRates>(enquiryPaths.rates, { path: { allianceId } });
  return (
    <Page
      title={t('enquiries.promise')}
      lead={t('enquiries.promiseLead')}
      breadcrumbs={[{ label: t('enquiries.title'), to: `/a/${slug}/henvendelser` }]}
    >
      <Loaded query={rates}>
        {(found) =>
          found.alliance.state === 'value' && found.alliance.rate === null ? (
            <EmptyState title={t('enquiries.promiseNone')}>{t('enquiries.promiseNoneHelp')}</EmptyState>
          ) : (
            <Rates rates={found} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Rates({ rates }: { rates: PromiseRates }): ReactElement {
  const t = useText();
  const { alliance, months, sectors, partners } = rates;
  const sectorOf = ({ sector }: { sector: string | null }) => sector ?? t('enquiries.sectorNone');
  return (
    <>
      <Facts rows={[[t('enquiries.promiseAlliance'), <PromiseFigure key="alliance" count={alliance} />]]} />
      <Section title={t('enquiries.promiseMonths')}>
        <Chart
          title={t('enquiries.promiseMonths')}
          format="percent"
          series={[
            {
              name: t('enquiries.promise'),
              points: months.map(({ month, count }) => ({ period: month, cell: cellOf(count) })),
            },
          ]}
        />
      </Section>
      {partners.length === 0 ? (
        <p>{t('enquiries.promiseHidden')}</p>
      ) : (
        <Section title={t('enquiries.promisePartners')}>
          <RateTable
            name={t('enquiries.promisePartners')}
            first={t('enquiries.partner')}
            rows={partners.filter(isCounted)}
            label={({ name }) => name}
          />
        </Section>
      )}
      <Section title={t('enquiries.promiseSectors')}>
        <RateTable
          name={t('enquiries.promiseSectors')}
          first={t('enquiries.sector')}
          rows={sectors.filter(isCounted)}
          label={sectorOf}
        />
      </Section>
    </>
  );
}

function isCounted({ count }: Counted): boolean {
  return count.state === 'suppressed' || count.counted > 0;
}

function cellOf(count: PromiseCount): Cell {
  if (count.state === 'suppressed') return count;
  return count.rate === null ? { state: 'missing' } : { state: 'value', value: count.rate };
}

interface RateTableProps<Row extends Counted> {
  name: string;
  first: string;
  rows: readonly Row[];
  label: (row: Row) => string;
}

function RateTable<Row extends Counted>({ name, first, rows, label }: RateTableProps<Row>): ReactElement {
  const t = useText();
  const f = useFormats();
  const number = (which: 'counted' | 'kept') => (row: Row) => {
    const { count } = row;
    const cell = count.state === 'suppressed' ? count : { state: 'value' as const, value: count[which] };
    return <CellFigure cell={cell} format={f.number} />;
  };
  const columns: Column<Row>[] = [
    { key: 'label', header: first, isName: true, cell: label },
    { key: 'counted', header: t('enquiries.counted'), align: 'end', cell: number('counted') },
    { key: 'kept', header: t('enquiries.keptCount'), align: 'end', cell: number('kept') },
    {
      key: 'rate',
      header: t('enquiries.rate'),
      align: 'end',
      cell: ({ count }) => <CellFigure cell={cellOf(count)} format={f.percent} />,
    },
  ];
  return <Table name={name} rows={rows} rowKey={label} columns={columns} />;
}

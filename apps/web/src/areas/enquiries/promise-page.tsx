import type { ReactElement } from 'react';
import type { PromiseRates } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Chart, EmptyState, Facts, Loaded, Page, Section, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';

type Count = PromiseRates['alliance'];

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
          found.alliance.rate === null ? (
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
  const f = useFormats();
  const { alliance, months, sectors, partners } = rates;
  const sectorOf = ({ sector }: { sector: string | null }) => sector ?? t('enquiries.sectorNone');
  return (
    <>
      <Facts
        rows={[
          [
            t('enquiries.promiseAlliance'),
            `${f.percent(alliance.rate ?? 0)} (${t('enquiries.promiseOf', { kept: alliance.kept, counted: alliance.counted })})`,
          ],
        ]}
      />
      <Section title={t('enquiries.promiseMonths')}>
        <Chart
          title={t('enquiries.promiseMonths')}
          format="percent"
          series={[
            {
              name: t('enquiries.promise'),
              points: months.map(({ month, rate }) => ({
                period: month,
                cell: rate === null ? { state: 'missing' } : { state: 'value', value: rate },
              })),
            },
          ]}
        />
      </Section>
      <Section title={t('enquiries.promisePartners')}>
        <RateTable
          name={t('enquiries.promisePartners')}
          first={t('enquiries.partner')}
          rows={partners.filter(({ counted }) => counted > 0)}
          label={({ name }) => name}
        />
      </Section>
      <Section title={t('enquiries.promiseSectors')}>
        <RateTable
          name={t('enquiries.promiseSectors')}
          first={t('enquiries.sector')}
          rows={sectors.filter(({ counted }) => counted > 0)}
          label={sectorOf}
        />
      </Section>
    </>
  );
}

interface RateTableProps<Row extends Count> {
  name: string;
  first: string;
  rows: readonly Row[];
  label: (row: Row) => string;
}

function RateTable<Row extends Count>({ name, first, rows, label }: RateTableProps<Row>): ReactElement {
  const t = useText();
  const f = useFormats();
  const columns: Column<Row>[] = [
    { key: 'label', header: first, isName: true, cell: label },
    {
      key: 'counted',
      header: t('enquiries.counted'),
      align: 'end',
      cell: ({ counted }) => f.number(counted),
    },
    { key: 'kept', header: t('enquiries.keptCount'), align: 'end', cell: ({ kept }) => f.number(kept) },
    {
      key: 'rate',
      header: t('enquiries.rate'),
      align: 'end',
      cell: ({ rate }) => (rate === null ? '' : f.percent(rate)),
    },
  ];
  return <Table name={name} rows={rows} rowKey={label} columns={columns} />;
}

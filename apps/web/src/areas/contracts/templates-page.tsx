import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { contractTemplateRow } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { ButtonLink, DataTable, EmptyState, Page } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

type Row = z.output<typeof contractTemplateRow>;

/** The templates that contracts are made from. */
export function TemplatesPage(): ReactElement {
  const t = useText();
  const f = useFormats();
  const alliance = useAlliance();
  const base = `/a/${alliance.slug}/kontrakter`;
  const add = <ButtonLink to={`${base}/skabeloner/ny`}>{t('contracts.templates.new')}</ButtonLink>;
  return (
    <Page
      title={t('contracts.templates')}
      lead={t('contracts.templates.lead')}
      breadcrumbs={[{ label: t('contracts.title'), to: base }]}
      actions={add}
    >
      <DataTable<Row>
        name={t('contracts.templates')}
        path="/api/v1/alliances/{allianceId}/contract-templates"
        params={{ allianceId: alliance.id }}
        rowKey={(row) => row.id}
        defaultSort="name"
        columns={[
          {
            key: 'name',
            header: t('contracts.templates.name'),
            sortable: true,
            isName: true,
            cell: (row) => <Link to={`${base}/skabeloner/${row.id}`}>{row.name}</Link>,
            text: (row) => row.name,
          },
          {
            key: 'number',
            header: t('contracts.templates.version'),
            align: 'end',
            cell: (row) => f.number(row.number),
          },
          {
            key: 'term',
            header: t('contracts.templates.term'),
            cell: (row) => t('contracts.templates.months', { count: row.termMonths }),
          },
          {
            key: 'response',
            header: t('contracts.templates.response'),
            cell: (row) => t('contracts.templates.days', { count: row.responseDays }),
          },
          {
            key: 'contracts',
            header: t('contracts.templates.used'),
            align: 'end',
            cell: (row) => f.number(row.contracts),
          },
          {
            key: 'changedAt',
            header: t('contracts.templates.changed'),
            sortable: true,
            wide: true,
            cell: (row) => f.dateTime(row.changedAt),
          },
        ]}
        empty={
          <EmptyState title={t('contracts.templates.empty')} action={add}>
            {t('contracts.templates.emptyHelp')}
          </EmptyState>
        }
      />
    </Page>
  );
}

import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { type ContractRow, contractStatuses } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { ButtonLink, type Column, DataTable, EmptyState, Page } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ContractStatusMark, isMailState, MailStateMark } from './contract-status.js';
import './contracts.css';

/** All contracts of the alliance: who has signed, who is awaited, what runs out. */
export function ContractsPage(): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const base = `/a/${alliance.slug}/kontrakter`;
  const send = <ButtonLink to={`${base}/send`}>{t('contracts.send')}</ButtonLink>;
  return (
    <Page
      title={t('contracts.title')}
      lead={t('contracts.lead')}
      actions={
        isSecretariat ? (
          <>
            {send}
            <ButtonLink kind="secondary" to={`${base}/skabeloner`}>
              {t('contracts.templates')}
            </ButtonLink>
          </>
        ) : null
      }
    >
      <DataTable<ContractRow>
        name={t('contracts.title')}
        path="/api/v1/alliances/{allianceId}/contracts"
        params={{ allianceId: alliance.id }}
        columns={useColumns(base)}
        rowKey={(row) => row.id}
        defaultSort="-changedAt"
        filters={[
          {
            key: 'status',
            label: t('contracts.status'),
            options: contractStatuses.map((value) => ({ value, label: t(`contracts.status.${value}`) })),
          },
        ]}
        exportAs="kontrakter"
        empty={
          <EmptyState title={t('contracts.empty')} action={isSecretariat ? send : undefined}>
            {t('contracts.emptyHelp')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(base: string): Column<ContractRow>[] {
  const t = useText();
  const f = useFormats();
  const day = (date: string | null): string => (date === null ? '–' : f.date(date));
  return [
    {
      key: 'organisationName',
      header: t('contracts.partner'),
      sortable: true,
      isName: true,
      cell: (row) => <Link to={`${base}/${row.id}`}>{row.organisationName}</Link>,
      text: (row) => row.organisationName,
    },
    {
      key: 'status',
      header: t('contracts.status'),
      sortable: true,
      cell: (row) => <ContractStatusMark status={row.status} />,
      text: (row) => t(`contracts.status.${row.status}`),
    },
    {
      key: 'mail',
      header: t('contracts.mail'),
      wide: true,
      cell: (row) => <MailStateMark state={row.deliveryState} />,
      text: (row) => (isMailState(row.deliveryState) ? t(`contracts.mail.${row.deliveryState}`) : ''),
    },
    {
      key: 'answerBy',
      header: t('contracts.answerBy'),
      sortable: true,
      cell: (row) =>
        row.status === 'sent' || row.status === 'draft' ? (
          <span className="contracts-date">{day(row.answerBy)}</span>
        ) : (
          '–'
        ),
      text: (row) => day(row.answerBy),
    },
    {
      key: 'endsOn',
      header: t('contracts.endsOn'),
      sortable: true,
      cell: (row) => <span className="contracts-date">{day(row.endsOn)}</span>,
      text: (row) => day(row.endsOn),
    },
    {
      key: 'template',
      header: t('contracts.template'),
      wide: true,
      cell: (row) => row.templateName,
      text: (row) => row.templateName,
    },
    {
      key: 'changedAt',
      header: t('contracts.changedAt'),
      sortable: true,
      wide: true,
      cell: (row) => <span className="contracts-date">{f.date(row.changedAt.slice(0, 10))}</span>,
      text: (row) => row.changedAt,
    },
  ];
}

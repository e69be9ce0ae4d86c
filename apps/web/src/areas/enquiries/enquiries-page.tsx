import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { enquiryStates, enquiryTimings } from '#libs/api-schema';
import type { EnquiryRow } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { ButtonLink, DataTable, EmptyState, Page, usePageKey } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';
import { EnquiryStanding, Timing, useTimingText, useWaitingFor } from './enquiry-words.js';
import './enquiries.css';

/** All chains one may follow, the most overdue first. */
export function EnquiriesPage(): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const logs = useHasRole('caseworker');
  const navigate = useNavigate();
  usePageKey({
    key: 'n',
    label: t('enquiries.log'),
    run: useCallback(() => {
      if (logs) void navigate({ to: `/a/${slug}/henvendelser/ny` });
    }, [logs, navigate, slug]),
  });
  return (
    <Page
      title={t('enquiries.title')}
      lead={t('enquiries.lead')}
      actions={
        <>
          {logs ? <ButtonLink to={`/a/${slug}/henvendelser/ny`}>{t('enquiries.log')}</ButtonLink> : null}
          <ButtonLink kind="secondary" to={`/a/${slug}/henvendelser/loefter`}>
            {t('enquiries.promise')}
          </ButtonLink>
        </>
      }
    >
      <EnquiryList logs={logs} />
    </Page>
  );
}

function EnquiryList({ logs }: { logs: boolean }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { id, slug } = useAlliance();
  const timing = useTimingText();
  const waitingFor = useWaitingFor();
  // The deadline is midnight after the last day; people count the day before it.
  const due = ({ responseDueAt }: EnquiryRow) => f.date(new Date(Date.parse(responseDueAt) - 1));
  return (
    <DataTable<EnquiryRow>
      name={t('enquiries.title')}
      path={enquiryPaths.all}
      params={{ allianceId: id }}
      defaultSort="urgency"
      rowKey={(row) => row.id}
      exportAs="henvendelser"
      filters={[
        {
          key: 'open',
          label: t('enquiries.open'),
          options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`enquiries.open.${value}`) })),
        },
        {
          key: 'state',
          label: t('enquiries.state'),
          options: enquiryStates.map((value) => ({ value, label: t(`enquiries.state.${value}`) })),
        },
        {
          key: 'timing',
          label: t('enquiries.timing'),
          options: enquiryTimings.map((value) => ({ value, label: t(`enquiries.timing.${value}`) })),
        },
      ]}
      columns={[
        {
          key: 'partner',
          header: t('enquiries.partner'),
          sortable: true,
          isName: true,
          cell: (row) => <Link to={`/a/${slug}/henvendelser/${row.id}`}>{row.partner.name}</Link>,
          text: (row) => row.partner.name,
        },
        {
          key: 'state',
          header: t('enquiries.state'),
          cell: (row) => <EnquiryStanding state={row.state} />,
          text: (row) => t(`enquiries.state.${row.state}`),
        },
        { key: 'waitingFor', header: t('enquiries.waitingFor'), cell: waitingFor, text: waitingFor },
        {
          key: 'urgency',
          header: t('enquiries.timing'),
          sortable: true,
          cell: (row) => <Timing row={row} />,
          text: timing,
        },
        {
          key: 'received',
          header: t('enquiries.received'),
          sortable: true,
          cell: (row) => <span className="enquiries-date">{f.date(row.receivedAt)}</span>,
          text: (row) => row.receivedAt,
        },
        {
          key: 'due',
          header: t('enquiries.due'),
          cell: (row) => <span className="enquiries-date">{due(row)}</span>,
          text: due,
        },
      ]}
      empty={
        <EmptyState
          title={t('enquiries.empty')}
          {...(logs
            ? { action: <ButtonLink to={`/a/${slug}/henvendelser/ny`}>{t('enquiries.log')}</ButtonLink> }
            : {})}
        >
          {t('enquiries.emptyHelp')}
        </EmptyState>
      }
    />
  );
}

import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { consentStandings, destinationClasses } from '#libs/api-schema';
import type { ParticipantRow } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { ButtonLink, DataTable, EmptyState, Page, usePageKey } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ConsentStatus } from './consent-history.js';
import { FindByCpr } from './find-by-cpr.js';
import { participantPaths } from './participant-paths.js';
import { Standing, useTypeName } from './spell-words.js';

const standings = ['current', 'unconfirmed', 'planned', 'none'] as const;

/** The young people of one's own organisation. */
export function ParticipantsPage(): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const navigate = useNavigate();
  usePageKey({
    key: 'n',
    label: t('participants.log'),
    run: useCallback(() => void navigate({ to: `/a/${slug}/unge/registrer` }), [navigate, slug]),
  });
  return (
    <Page
      title={t('participants.title')}
      lead={t('participants.lead')}
      actions={
        <>
          <ButtonLink to={`/a/${slug}/unge/registrer`}>{t('participants.log')}</ButtonLink>
          <ButtonLink kind="secondary" to={`/a/${slug}/unge/ny`}>
            {t('participants.add')}
          </ButtonLink>
          <FindByCpr />
        </>
      }
    >
      <ParticipantList />
    </Page>
  );
}

function ParticipantList(): ReactElement {
  const t = useText();
  const f = useFormats();
  const { id, slug } = useAlliance();
  const nameOf = useTypeName();
  const what = (row: ParticipantRow) =>
    row.current
      ? nameOf(row.current)
      : t(row.consent === 'withdrawn' ? 'participants.hidden' : 'participants.noDestination');
  const standing = (row: ParticipantRow) =>
    row.consent === 'withdrawn'
      ? t('participants.consent.withdrawn')
      : t(`participants.standing.${row.current?.standing ?? 'none'}`);
  const since = (row: ParticipantRow) => (row.current ? f.date(row.current.from) : '');
  const review = (row: ParticipantRow) => (row.current?.nextReviewOn ? f.date(row.current.nextReviewOn) : '');
  return (
    <DataTable<ParticipantRow>
      name={t('participants.title')}
      path={participantPaths.all}
      params={{ allianceId: id }}
      defaultSort="pseudonym"
      rowKey={(row) => row.id}
      filters={[
        {
          key: 'standing',
          label: t('participants.standing'),
          options: standings.map((value) => ({ value, label: t(`participants.standing.${value}`) })),
        },
        {
          key: 'class',
          label: t('participants.class'),
          options: destinationClasses.map((value) => ({ value, label: t(`participants.class.${value}`) })),
        },
        {
          key: 'review',
          label: t('participants.reviewFilter'),
          options: [{ value: 'due', label: t('participants.reviewDue') }],
        },
        {
          key: 'consent',
          label: t('participants.consent'),
          options: consentStandings.map((value) => ({ value, label: t(`participants.consent.${value}`) })),
        },
      ]}
      columns={[
        {
          key: 'pseudonym',
          header: t('participants.pseudonym'),
          sortable: true,
          isName: true,
          cell: (row) => <Link to={`/a/${slug}/unge/${row.id}`}>{row.pseudonym}</Link>,
          text: (row) => row.pseudonym,
        },
        {
          key: 'ageBand',
          header: t('participants.ageBand'),
          wide: true,
          cell: (row) => (row.ageBand === null ? '' : t(`participants.age.${row.ageBand}`)),
        },
        { key: 'district', header: t('participants.district'), wide: true, cell: (row) => row.district },
        { key: 'destination', header: t('participants.destination'), cell: what, text: what },
        {
          key: 'standing',
          header: t('participants.standing'),
          cell: (row) =>
            row.consent === 'withdrawn' ? (
              <ConsentStatus standing="withdrawn" />
            ) : (
              <Standing standing={row.current?.standing ?? 'none'} />
            ),
          text: standing,
        },
        { key: 'since', header: t('participants.since'), wide: true, cell: since, text: since },
        { key: 'review', header: t('participants.review'), sortable: true, cell: review, text: review },
      ]}
      empty={
        <EmptyState
          title={t('participants.empty')}
          action={<ButtonLink to={`/a/${slug}/unge/ny`}>{t('participants.add')}</ButtonLink>}
        >
          {t('participants.emptyHelp')}
        </EmptyState>
      }
    />
  );
}

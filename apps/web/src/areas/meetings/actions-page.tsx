import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { MeetingActionView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { DataTable, EmptyState, Page, useSearchText } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { HandOver } from './action-hand-over.js';
import { ActionStatus, MarkButton } from './action-parts.js';
import { meetingPaths } from './paths.js';
import { useMarkAction } from './use-mark-action.js';
import './meetings.css';

const shown = ['open', 'overdue', 'done'] as const;

/** Everything that was promised at meetings, until it is done. */
export function ActionsPage(): ReactElement {
  const t = useText();
  const f = useFormats();
  const { id, slug } = useAlliance();
  const mark = useMarkAction();
  useOpenOnesFirst();
  return (
    <Page
      title={t('meetings.actions')}
      lead={t('meetings.actionsLead')}
      breadcrumbs={[{ label: t('meetings.title'), to: `/a/${slug}/moeder` }]}
    >
      <DataTable<MeetingActionView>
        name={t('meetings.actions')}
        path={meetingPaths.actions}
        params={{ allianceId: id }}
        defaultSort="dueOn"
        rowKey={(action) => action.id}
        exportAs="handlinger"
        filters={[
          {
            key: 'show',
            label: t('meetings.show'),
            options: shown.map((value) => ({ value, label: t(`meetings.show.${value}`) })),
          },
          {
            key: 'mine',
            label: t('meetings.whose'),
            options: [{ value: 'true', label: t('meetings.whoseMine') }],
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('meetings.action'),
            sortable: true,
            isName: true,
            cell: ({ title }) => title,
            text: ({ title }) => title,
          },
          {
            key: 'ownerName',
            header: t('meetings.actionOwner'),
            sortable: true,
            cell: ({ owner }) => owner.name,
            text: ({ owner }) => owner.name,
          },
          {
            key: 'dueOn',
            header: t('meetings.actionDue'),
            sortable: true,
            cell: ({ dueOn }) => <span className="meetings-nowrap">{f.date(dueOn)}</span>,
            text: ({ dueOn }) => f.date(dueOn),
          },
          {
            key: 'standing',
            header: t('meetings.stateLabel'),
            cell: (action) => (
              <span className="meetings-standing">
                <ActionStatus standing={action.standing} />
                <MarkButton action={action} onMark={mark} />
                <HandOver action={action} />
              </span>
            ),
            text: ({ standing }) => t(`meetings.actionState.${standing}`),
          },
          {
            key: 'meeting',
            header: t('meetings.actionFrom'),
            cell: (action) => <Link to={`/a/${slug}/moeder/${action.meetingId}`}>{action.meetingTitle}</Link>,
            text: ({ meetingTitle }) => meetingTitle,
          },
        ]}
        empty={<EmptyState title={t('meetings.actionsEmpty')}>{t('meetings.actionsEmptyHelp')}</EmptyState>}
      />
    </Page>
  );
}

/** What is still to be done is what one comes for; everything else is one choice away. */
function useOpenOnesFirst(): void {
  const [search, setSearch] = useSearchText();
  const hasArrived = useRef(false);
  const isFresh = Object.keys(search).length === 0;
  useEffect(() => {
    // Only on arrival: choosing "all" later must stay chosen.
    if (hasArrived.current) return;
    hasArrived.current = true;
    if (isFresh) setSearch({ show: 'open' });
  }, [isFresh, setSearch]);
}

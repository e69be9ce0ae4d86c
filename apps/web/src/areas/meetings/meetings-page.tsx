import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { MeetingGroupView, MeetingListItemView } from '#libs/api-schema';
import { meetingStates } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, DataTable, EmptyState, Loaded, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { MeetingStatus, useMeetingTime } from './meeting-texts.js';
import { meetingPaths } from './paths.js';
import './meetings.css';

/** All meetings the person has to do with, the newest first. */
export function MeetingsPage(): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  const plans = useHasRole('secretariat');
  const groups = useApi<{ items: MeetingGroupView[] }>(meetingPaths.groups, { path: { allianceId: id } });
  return (
    <Page
      title={t('meetings.title')}
      lead={t('meetings.lead')}
      actions={
        <>
          {plans ? <ButtonLink to={`/a/${slug}/moeder/nyt`}>{t('meetings.plan')}</ButtonLink> : null}
          <ButtonLink kind="secondary" to={`/a/${slug}/moeder/handlinger`}>
            {t('meetings.actions')}
          </ButtonLink>
          {plans ? (
            <ButtonLink kind="secondary" to={`/a/${slug}/moeder/grupper`}>
              {t('meetings.groups')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Loaded query={groups}>{({ items }) => <MeetingList groups={items} plans={plans} />}</Loaded>
    </Page>
  );
}

interface ListProps {
  groups: readonly MeetingGroupView[];
  plans: boolean;
}

function MeetingList({ groups, plans }: ListProps): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  const time = useMeetingTime();
  return (
    <DataTable<MeetingListItemView>
      name={t('meetings.title')}
      path={meetingPaths.meetings}
      params={{ allianceId: id }}
      defaultSort="-startsAt"
      rowKey={({ id: key }) => key}
      exportAs="moeder"
      filters={[
        {
          key: 'state',
          label: t('meetings.stateLabel'),
          options: meetingStates.map((value) => ({ value, label: t(`meetings.state.${value}`) })),
        },
        {
          key: 'groupId',
          label: t('meetings.group'),
          options: groups.map((group) => ({ value: group.id, label: group.name })),
        },
      ]}
      columns={[
        {
          key: 'title',
          header: t('meetings.name'),
          sortable: true,
          isName: true,
          cell: (meeting) => <Link to={`/a/${slug}/moeder/${meeting.id}`}>{meeting.title}</Link>,
          text: (meeting) => meeting.title,
        },
        { key: 'startsAt', header: t('meetings.when'), sortable: true, cell: time, text: time },
        {
          key: 'groupName',
          header: t('meetings.group'),
          sortable: true,
          cell: ({ groupName }) => groupName,
          text: ({ groupName }) => groupName,
        },
        {
          key: 'state',
          header: t('meetings.stateLabel'),
          cell: ({ state }) => <MeetingStatus state={state} />,
          text: ({ state }) => t(`meetings.state.${state}`),
        },
        {
          key: 'decisions',
          header: t('meetings.decisions'),
          align: 'end',
          wide: true,
          cell: ({ decisions }) => decisions,
          text: ({ decisions }) => String(decisions),
        },
        {
          key: 'openActions',
          header: t('meetings.openActions'),
          align: 'end',
          cell: ({ openActions }) => openActions,
          text: ({ openActions }) => String(openActions),
        },
      ]}
      empty={<NoMeetings hasGroups={groups.length > 0} plans={plans} />}
    />
  );
}

function NoMeetings({ hasGroups, plans }: { hasGroups: boolean; plans: boolean }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  if (!plans && !hasGroups)
    return <EmptyState title={t('meetings.inNoGroup')}>{t('meetings.inNoGroupHelp')}</EmptyState>;
  if (!plans) return <EmptyState title={t('meetings.empty')}>{t('meetings.emptyHelpMember')}</EmptyState>;
  return hasGroups ? (
    <EmptyState
      title={t('meetings.empty')}
      action={<ButtonLink to={`/a/${slug}/moeder/nyt`}>{t('meetings.plan')}</ButtonLink>}
    >
      {t('meetings.emptyHelp')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('meetings.groupsEmpty')}
      action={<ButtonLink to={`/a/${slug}/moeder/grupper`}>{t('meetings.groupAdd')}</ButtonLink>}
    >
      {t('meetings.groupsEmptyHelp')}
    </EmptyState>
  );
}

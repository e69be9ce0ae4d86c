import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { MeetingGroupView, RoomPerson } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { ButtonLink, EmptyState, Loaded, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { MeetingForm } from './meeting-form.js';
import { meetingPaths } from './paths.js';
import './meetings.css';

/** Plan a meeting of a group. */
export function PlanMeetingPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const groups = useApi<{ items: MeetingGroupView[] }>(meetingPaths.groups, { path: { allianceId } });
  const people = useApi<{ items: RoomPerson[] }>(meetingPaths.people, { path: { allianceId } });
  const plan = useSend<{ id: string }>('POST', meetingPaths.meetings);
  const goTo = (rest: string): void => void navigate({ to: `/a/${slug}/moeder${rest}` });
  return (
    <Page
      title={t('meetings.plan')}
      narrow
      breadcrumbs={[{ label: t('meetings.title'), to: `/a/${slug}/moeder` }]}
    >
      <Loaded query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('meetings.groupFirst')}
              action={<ButtonLink to={`/a/${slug}/moeder/grupper`}>{t('meetings.groupAdd')}</ButtonLink>}
            >
              {t('meetings.groupFirstHelp')}
            </EmptyState>
          ) : (
            <Loaded query={people}>
              {(answer) => (
                <MeetingForm
                  meeting={null}
                  groups={items}
                  people={answer.items}
                  onSave={(body) => plan.mutateAsync({ path: { allianceId }, body })}
                  onSaved={(made) => {
                    goTo(`/${(made as { id: string }).id}`);
                  }}
                  onCancel={() => {
                    goTo('');
                  }}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { MeetingDetailView, RoomPerson } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { MeetingForm } from './meeting-form.js';
import { meetingPaths } from './paths.js';
import { useMeetingId } from './use-meeting-id.js';
import './meetings.css';

/** Change when and where a group meets. */
export function EditMeetingPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const meetingId = useMeetingId();
  const { id: allianceId, slug } = useAlliance();
  const path = { allianceId, meetingId };
  const meeting = useApi<MeetingDetailView>(meetingPaths.meeting, { path });
  const people = useApi<{ items: RoomPerson[] }>(meetingPaths.people, { path: { allianceId } });
  const update = useSend('PATCH', meetingPaths.meeting);
  const back = (): void => void navigate({ to: `/a/${slug}/moeder/${meetingId}` });
  return (
    <Page
      title={t('meetings.edit')}
      narrow
      breadcrumbs={[
        { label: t('meetings.title'), to: `/a/${slug}/moeder` },
        { label: meeting.data?.title ?? '…', to: `/a/${slug}/moeder/${meetingId}` },
      ]}
    >
      <Loaded query={meeting}>
        {(known) => (
          <Loaded query={people}>
            {({ items }) => (
              <MeetingForm
                meeting={known}
                groups={[known.group]}
                people={items}
                onSave={({ groupId: _group, ...body }) =>
                  update.mutateAsync({ path, body, version: known.version })
                }
                onSaved={back}
                onCancel={back}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

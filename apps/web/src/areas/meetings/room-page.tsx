import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { MeetingDetailView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, ButtonLink, EmptyState, Loaded, Loading, Notice, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { meetingPaths } from './paths.js';
import { RoomContext } from './room-context.js';
import type { Room } from './room-context.js';
import { RoomFloor } from './room-floor.js';
import type { RoomView } from './room-link.js';
import { RoomSaving } from './room-saving.js';
import { OpenMeeting } from './room-steps.js';
import { useRoom } from './use-room.js';
import { useMeetingId } from './use-meeting-id.js';
import './meetings.css';
import './room.css';

/** The live room of a meeting. */
export function RoomPage(): ReactElement {
  const meetingId = useMeetingId();
  const { id: allianceId } = useAlliance();
  const path = { allianceId, meetingId };
  const meeting = useApi<MeetingDetailView>(meetingPaths.meeting, { path });
  return <Loaded query={meeting}>{(known) => <RoomOf key={known.id} meeting={known} />}</Loaded>;
}

function RoomOf({ meeting }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { view, send, tell } = useRoom(meeting.id);
  const [drafts] = useState(() => new Map<string, string>());
  const { state } = view;
  useFreshMeeting(meeting.id, state === null ? null : `${String(state.agendaVersion)} ${state.meeting}`);
  const room = useMemo<Room | null>(() => {
    if (state === null) return null;
    const item = meeting.items.find(({ id }) => id === state.currentItemId) ?? null;
    return { meeting, view, state, you: meeting.you, item, send, tell, drafts };
  }, [meeting, view, state, send, tell, drafts]);
  return (
    <div className="room">
      <Page
        title={meeting.title}
        breadcrumbs={[
          { label: t('meetings.title'), to: `/a/${slug}/moeder` },
          { label: meeting.title, to: `/a/${slug}/moeder/${meeting.id}` },
        ]}
        actions={
          <>
            <RoomSaving view={view} />
            <Button kind="tertiary" onClick={toggleFullScreen}>
              {t('meetings.room.fullScreen')}
            </Button>
          </>
        }
      >
        <Door view={view} />
        {room === null || view.isShut ? null : (
          <RoomContext value={room}>
            <Inside room={room} />
          </RoomContext>
        )}
      </Page>
    </div>
  );
}

/** The whole page goes full screen, so that messages at its foot are still seen. */
function toggleFullScreen(): void {
  const { documentElement: page } = document;
  void (document.fullscreenElement === null ? page.requestFullscreen() : document.exitFullscreen());
}

/** What stands between the person and the room: not in yet, cut off, shown out. */
function Door({ view }: { view: RoomView }): ReactElement | null {
  const t = useText();
  if (view.isShut) return <Notice kind="warning" title={t('meetings.room.shut')} urgent />;
  if (view.refusal !== null) return <Notice kind="error" title={view.refusal.message} urgent />;
  if (view.state === null) return <Loading />;
  if (view.link === 'reconnecting') return <Notice kind="warning" title={t('meetings.room.cut')} urgent />;
  return null;
}

function Inside({ room }: { room: Room }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { meeting, state, you, view } = room;
  if (state.meeting === 'open') return <RoomFloor />;
  if (state.meeting === 'planned')
    return (
      <EmptyState title={t('meetings.room.waiting')} action={you.chair ? <OpenMeeting /> : null}>
        <p>{t(you.chair ? 'meetings.room.waitingChair' : 'meetings.room.waitingHelp')}</p>
        <p aria-live="polite">{t('meetings.room.hereCount', { count: view.present.length })}</p>
        <p>{view.present.map(({ name }) => name).join(', ')}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('meetings.room.over')}
      action={
        <ButtonLink to={`/a/${slug}/moeder/${meeting.id}/referat`}>{t('meetings.toMinutes')}</ButtonLink>
      }
    >
      {t('meetings.room.overHelp')}
    </EmptyState>
  );
}

/** When the room says that agenda or meeting changed, they are asked for again. */
function useFreshMeeting(meetingId: string, mark: string | null): void {
  const queries = useQueryClient();
  const { id: allianceId } = useAlliance();
  const known = useRef<string | null>(null);
  useEffect(() => {
    const isNew = known.current !== null && mark !== null && known.current !== mark;
    known.current = mark;
    if (isNew)
      void queries.invalidateQueries({ queryKey: ['api', meetingPaths.meeting, { allianceId, meetingId }] });
  }, [queries, allianceId, meetingId, mark]);
}

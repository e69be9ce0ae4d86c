import type { ReactElement } from 'react';
import { LiveStatus, Status } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { RoomView } from './room-link.js';

/** Whether the room is live and everything one has said is stored. "Saved" only on the server's word. */
export function RoomSaving({ view }: { view: RoomView }): ReactElement {
  const t = useText();
  const count = view.pending.length;
  if (view.link !== 'live' || (count === 0 && !view.hasSaved))
    return (
      <span className="room-saving">
        <LiveStatus state={view.link} />
        {count > 0 ? <Status tone="attention">{t('meetings.room.unsaved', { count })}</Status> : null}
      </span>
    );
  return (
    <span className="room-saving" role="status">
      <Status tone={count > 0 ? 'waiting' : 'good'}>
        {t(count > 0 ? 'meetings.room.saving' : 'meetings.room.saved')}
      </Status>
    </span>
  );
}

import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { usePageKey } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { RoomAgenda } from './room-agenda.js';
import { useTheRoom } from './room-context.js';
import { RoomItem } from './room-item.js';
import { RoomPeople } from './room-people.js';
import { RoomSpeakers } from './room-speakers.js';
import { CloseMeeting } from './room-steps.js';
import { RoomTimer } from './room-timer.js';
import { RoomWelcome } from './room-welcome.js';
import { useRoomVoice } from './use-room-voice.js';

/** The room while the meeting runs: clock and speakers, the item everybody is at, and what is around it. */
export function RoomFloor(): ReactElement {
  const room = useTheRoom();
  useRoomVoice(room);
  useRoomKeys();
  const { item, you } = room;
  return (
    <div className="room-floor">
      <div className="room-now">
        {item === null ? null : <RoomTimer item={item} />}
        <RoomSpeakers />
      </div>
      <div className="room-middle">
        {item === null ? <RoomWelcome /> : <RoomItem key={item.id} item={item} />}
      </div>
      <div className="room-around">
        <RoomAgenda />
        <RoomPeople />
        {you.chair ? <CloseMeeting /> : null}
      </div>
    </div>
  );
}

function useRoomKeys(): void {
  const t = useText();
  const { meeting, state, item, you, tell } = useTheRoom();
  const next = meeting.items[item === null ? 0 : meeting.items.indexOf(item) + 1];
  const isQueued = state.queue.some((one) => one.personId === you.personId);
  const goOn = useCallback(() => {
    if (you.chair && next !== undefined) tell({ type: 'move-to-item', itemId: next.id });
  }, [you.chair, next, tell]);
  const ask = useCallback(() => {
    if (!isQueued) tell({ type: 'ask-to-speak' });
  }, [isQueued, tell]);
  usePageKey({ key: 'n', label: t('meetings.room.keyNext'), run: goOn });
  usePageKey({ key: 'o', label: t('meetings.room.keySpeak'), run: ask });
}

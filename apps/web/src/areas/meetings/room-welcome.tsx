import type { ReactElement } from 'react';
import { Button } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { CarriedActions } from './room-actions.js';
import { useTheRoom } from './room-context.js';

/** Before the first item: what the group promised last time. */
export function RoomWelcome(): ReactElement {
  const t = useText();
  const { meeting, you, tell } = useTheRoom();
  const [first] = meeting.items;
  return (
    <section className="room-item" aria-labelledby="room-welcome">
      <h2 id="room-welcome" className="room-item-title">
        {t('meetings.room.beforeFirst')}
      </h2>
      <p className="room-lead">{t(first ? 'meetings.room.beforeFirstHelp' : 'meetings.room.noItems')}</p>
      {you.chair && first ? (
        <Button
          onClick={() => {
            tell({ type: 'move-to-item', itemId: first.id });
          }}
        >
          {t('meetings.room.begin')}
        </Button>
      ) : null}
      <CarriedActions />
    </section>
  );
}

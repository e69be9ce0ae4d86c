import type { ReactElement } from 'react';
import { Button, Status } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

/** The agenda with the item everybody is at. The chair moves all to another. */
export function RoomAgenda(): ReactElement {
  const t = useText();
  const { meeting, item, you, tell } = useTheRoom();
  return (
    <section className="room-part" aria-labelledby="room-agenda">
      <h2 id="room-agenda">{t('meetings.agenda')}</h2>
      <ol className="bare-list no-max-width room-agenda">
        {meeting.items.map((one) => {
          const isCurrent = one.id === item?.id;
          return (
            <li key={one.id} aria-current={isCurrent ? 'step' : undefined}>
              {you.chair && !isCurrent ? (
                <Button
                  kind="tertiary"
                  aria-label={t('meetings.room.goTo', { title: one.title })}
                  onClick={() => {
                    tell({ type: 'move-to-item', itemId: one.id });
                  }}
                >
                  {one.title}
                </Button>
              ) : (
                <span className="room-agenda-title">{one.title}</span>
              )}
              {isCurrent ? <Status tone="good">{t('meetings.room.current')}</Status> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

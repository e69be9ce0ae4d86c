import type { ReactElement } from 'react';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

/** Who is here right now. */
export function RoomPeople(): ReactElement {
  const t = useText();
  const { view, you } = useTheRoom();
  return (
    <section className="room-part" aria-labelledby="room-people">
      <h2 id="room-people">
        {t('meetings.room.here')} <span className="room-count">{view.present.length}</span>
      </h2>
      <ul className="bare-list no-max-width room-people">
        {view.present.map(({ personId, name }) => (
          <li key={personId}>
            {name} {personId === you.personId ? t('meetings.room.you') : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

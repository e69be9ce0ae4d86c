import { useCallback, useRef } from 'react';
import type { ReactElement } from 'react';
import type { AgendaItemView } from '#libs/api-schema';
import { Button, usePageKey } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { IndicatorCurve } from './indicator-curve.js';
import { ItemActions } from './room-actions.js';
import { useTheRoom } from './room-context.js';
import { RoomNotes } from './room-notes.js';
import { RoomProposals } from './room-proposals.js';

/** The item everybody is at. */
export function RoomItem({ item }: { item: AgendaItemView }): ReactElement {
  const t = useText();
  const { meeting, state } = useTheRoom();
  const hasProposals = state.proposals.some((one) => one.itemId === item.id);
  const { type, title, description, owner, indicatorId, position } = item;
  const note = useRef<HTMLTextAreaElement>(null);
  usePageKey({
    key: 't',
    label: t('meetings.room.keyNote'),
    run: useCallback(() => note.current?.focus(), []),
  });
  return (
    <section className="room-item" aria-labelledby="room-item">
      <p className="room-kicker">
        {[
          t('meetings.room.itemOf', { position, count: meeting.items.length }),
          t(`meetings.itemTag.${type}`),
          owner?.name,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <h2 id="room-item" className="room-item-title">
        {title}
      </h2>
      {description === '' ? null : <p className="room-lead">{description}</p>}
      <MoveOn item={item} />
      {indicatorId === null ? null : <IndicatorCurve indicatorId={indicatorId} />}
      {type === 'inform' && !hasProposals ? null : <RoomProposals itemId={item.id} />}
      <ItemActions itemId={item.id} />
      <RoomNotes itemId={item.id} ref={note} />
    </section>
  );
}

function MoveOn({ item }: { item: AgendaItemView }): ReactElement | null {
  const t = useText();
  const { meeting, you, tell } = useTheRoom();
  const at = meeting.items.findIndex(({ id }) => id === item.id);
  const previous = meeting.items[at - 1];
  const next = meeting.items[at + 1];
  if (!you.chair) return null;
  const go = (to: AgendaItemView) => () => {
    tell({ type: 'move-to-item', itemId: to.id });
  };
  return (
    <div className="room-tools">
      {next ? (
        <Button kind="secondary" onClick={go(next)}>
          {t('meetings.room.nextItem')}
        </Button>
      ) : null}
      {previous ? (
        <Button kind="tertiary" onClick={go(previous)}>
          {t('meetings.room.previousItem')}
        </Button>
      ) : null}
    </div>
  );
}

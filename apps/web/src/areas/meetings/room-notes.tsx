import type { ReactElement, Ref } from 'react';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';
import { TextEntry } from './text-entry.js';

/** What is noted on an item, in the order of writing. */
export function RoomNotes({ itemId, ref }: { itemId: string; ref: Ref<HTMLTextAreaElement> }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { state, send } = useTheRoom();
  const notes = state.notes.filter((note) => note.itemId === itemId);
  return (
    <section className="room-part" aria-labelledby="room-notes">
      <h3 id="room-notes">{t('meetings.room.notes')}</h3>
      {notes.length === 0 ? (
        <p className="meetings-soft">{t('meetings.room.noNotes')}</p>
      ) : (
        <ul className="meetings-notes">
          {notes.map((note) => (
            <li key={note.noteId}>
              <span className="meetings-note-text">{note.text}</span>{' '}
              <span className="meetings-soft">
                {note.by.name} {f.time(note.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <TextEntry
        ref={ref}
        label={t('meetings.room.noteLabel')}
        hint={t('meetings.room.noteHint')}
        action={t('meetings.room.noteAdd')}
        draft={`note ${itemId}`}
        onSend={(text) => send({ type: 'add-note', itemId, text })}
      />
    </section>
  );
}

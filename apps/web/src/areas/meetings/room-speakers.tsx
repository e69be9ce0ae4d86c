import type { ReactElement } from 'react';
import { Button } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

/** Who has the floor and who waits for it, in the order of asking. */
export function RoomSpeakers(): ReactElement {
  const t = useText();
  const { state, you, tell } = useTheRoom();
  const { speaking, queue } = state;
  const isMe = (person: { personId: string } | null): boolean => person?.personId === you.personId;
  return (
    <section className="room-part" aria-labelledby="room-speakers">
      <h2 id="room-speakers">{t('meetings.room.speakers')}</h2>
      {speaking === null ? null : (
        <p className="room-speaking">
          {isMe(speaking)
            ? t('meetings.room.speakingYou')
            : t('meetings.room.speaking', { name: speaking.name })}{' '}
          {isMe(speaking) || you.chair ? (
            <Button
              kind="tertiary"
              onClick={() => {
                tell({ type: 'end-speech' });
              }}
            >
              {t('meetings.room.endSpeech')}
            </Button>
          ) : null}
        </p>
      )}
      {queue.length === 0 ? (
        <p className="meetings-soft">{t('meetings.room.nobodyWaits')}</p>
      ) : (
        <ol className="bare-list no-max-width room-queue">
          {queue.map(({ personId, name }) => (
            <li key={personId}>
              <span>{name}</span>
              {you.chair ? (
                <Button
                  kind="tertiary"
                  aria-label={t('meetings.room.giveWordTo', { name })}
                  onClick={() => {
                    tell({ type: 'call-speaker', personId });
                  }}
                >
                  {t('meetings.room.giveWord')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {queue.some(isMe) ? (
        <Button
          kind="secondary"
          onClick={() => {
            tell({ type: 'leave-queue' });
          }}
        >
          {t('meetings.room.leaveQueue')}
        </Button>
      ) : (
        <Button
          kind="secondary"
          onClick={() => {
            tell({ type: 'ask-to-speak' });
          }}
        >
          {t('meetings.room.askToSpeak')}
        </Button>
      )}
    </section>
  );
}

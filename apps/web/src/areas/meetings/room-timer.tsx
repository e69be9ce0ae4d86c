import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { AgendaItemView } from '#libs/api-schema';
import { Button, useAnnounce } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

const fallbackMinutes = 10;
const moreSeconds = 300;

const clockFace = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;

/** The clock of the item, the same on every screen: it runs to an instant by the server's clock. */
export function RoomTimer({ item }: { item: AgendaItemView }): ReactElement | null {
  const t = useText();
  const { state, view, you, tell } = useTheRoom();
  const { timer } = state;
  const left = useSecondsLeft(timer?.endsAt ?? null, view.clockAhead);
  useTimeUp(left);
  const minutes = item.minutes ?? fallbackMinutes;
  const start = (seconds: number): void => {
    tell({ type: 'start-timer', seconds });
  };
  if (left === null && !you.chair) return null;
  return (
    <section className="room-part" aria-labelledby="room-timer">
      <h2 id="room-timer">{t('meetings.room.timer')}</h2>
      {left === null ? null : (
        <p className={left < 0 ? 'room-clock room-clock-over' : 'room-clock'} role="timer">
          {t(left < 0 ? 'meetings.room.timerOver' : 'meetings.room.timerLeft', {
            time: clockFace(Math.abs(left)),
          })}
        </p>
      )}
      {you.chair ? (
        <div className="room-tools">
          {left === null ? (
            <Button
              kind="secondary"
              onClick={() => {
                start(minutes * 60);
              }}
            >
              {t('meetings.room.timerStart', { minutes })}
            </Button>
          ) : (
            <>
              <Button
                kind="secondary"
                onClick={() => {
                  start(Math.max(left, 0) + moreSeconds);
                }}
              >
                {t('meetings.room.timerMore')}
              </Button>
              <Button
                kind="tertiary"
                onClick={() => {
                  tell({ type: 'stop-timer' });
                }}
              >
                {t('meetings.room.timerStop')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** Seconds until an instant by the server's clock, negative when it has passed; null without one. */
function useSecondsLeft(endsAt: string | null, clockAhead: number): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (endsAt === null) return undefined;
    const tick = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(tick);
    };
  }, [endsAt]);
  return endsAt === null ? null : Math.ceil((Date.parse(endsAt) - now - clockAhead) / 1000);
}

/** Says once, when it happens, that the time is up. */
function useTimeUp(left: number | null): void {
  const t = useText();
  const announce = useAnnounce();
  const before = useRef(left);
  useEffect(() => {
    if (before.current !== null && before.current > 0 && left !== null && left <= 0)
      announce(t('meetings.room.timeUp'));
    before.current = left;
  }, [left, announce, t]);
}

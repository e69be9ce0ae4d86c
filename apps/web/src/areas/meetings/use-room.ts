import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RoomCommandInput } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { liveSocket } from '../../api/socket.js';
import { problemText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { RoomLink } from './room-link.js';
import type { RoomView } from './room-link.js';

/** A room with the ways to speak to it. */
export interface LiveRoom {
  readonly view: RoomView;
  /** Resolves once it is stored; rejects with a ProblemError that says why not. */
  readonly send: (command: RoomCommandInput) => Promise<void>;
  /** As `send`, for buttons: a refusal is shown at the foot of the page. */
  readonly tell: (command: RoomCommandInput) => void;
}

/** Enters a room for as long as the page is shown. */
export function useRoom(meetingId: string): LiveRoom {
  const { id: allianceId } = useAlliance();
  const t = useText();
  const toast = useToast();
  const link = useMemo(() => new RoomLink(liveSocket(allianceId), meetingId), [allianceId, meetingId]);
  useEffect(() => {
    link.start();
    return () => {
      link.stop();
    };
  }, [link]);
  const view = useSyncExternalStore(link.subscribe, link.current);
  useWarnBeforeLosing(view.pending.length > 0);
  const send = useCallback((command: RoomCommandInput) => link.send(command), [link]);
  const tell = useCallback(
    (command: RoomCommandInput) => {
      link.send(command).catch((error: unknown) => {
        toast({ text: problemText(error, t) });
      });
    },
    [link, toast, t],
  );
  return useMemo(() => ({ view, send, tell }), [view, send, tell]);
}

function useWarnBeforeLosing(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isWaiting]);
}

import { useCallback, useEffect, useState } from 'react';
import { callApi } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { participantPaths } from './participant-paths.js';

/** One destination ready to be sent, with the words that show it. */
export interface DestinationDraft {
  /** Sent as Idempotency-Key: however often it is tried, it is logged once. */
  readonly key: string;
  readonly participantId: string;
  readonly who: string;
  readonly what: string;
  readonly body: {
    readonly typeKey: string;
    readonly from: string;
    readonly to?: string;
    readonly source: string;
    readonly beside: boolean;
  };
}

/** What the server says of a logged destination. */
export interface LoggedDraft {
  readonly draft: DestinationDraft;
  readonly id: string;
  readonly nextReviewOn: string | null;
  readonly ended: readonly { readonly id: string }[];
}

/** A draft that could not be sent yet; `refused` says why the server will not have it. */
export interface WaitingDraft {
  readonly draft: DestinationDraft;
  readonly refused: string | null;
}

const retryEvery = 10_000;

/** Sends one destination. Rejects with ProblemError. */
export async function sendDestination(allianceId: string, draft: DestinationDraft): Promise<LoggedDraft> {
  const answer = await callApi<Omit<LoggedDraft, 'draft'>>('POST', participantPaths.destinations, {
    path: { allianceId, participantId: draft.participantId },
    body: draft.body,
    idempotencyKey: draft.key,
  });
  return { ...answer, draft };
}

/** Whether the server was not reached, so that trying again makes sense. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof ProblemError && (error.status === 0 || error.status === 502 || error.status === 503)
  );
}

/**
 * Drafts that wait for the connection. They live in the memory of this page only: nothing about a young person is left
 * on a shared device. They are sent again every ten seconds and when the browser says the connection is back.
 */
export function useWaitingDestinations(
  allianceId: string,
  onLogged: (logged: LoggedDraft) => void,
): {
  waiting: readonly WaitingDraft[];
  add: (draft: DestinationDraft) => void;
  drop: (key: string) => void;
  tryNow: () => void;
} {
  const [waiting, setWaiting] = useState<readonly WaitingDraft[]>([]);
  const drop = useCallback((key: string) => {
    setWaiting((all) => all.filter(({ draft }) => draft.key !== key));
  }, []);
  const add = useCallback((draft: DestinationDraft) => {
    setWaiting((all) => [...all, { draft, refused: null }]);
  }, []);
  const tryNow = useCallback(() => {
    void (async () => {
      for (const { draft, refused } of waiting) {
        if (refused !== null) continue;
        try {
          onLogged(await sendDestination(allianceId, draft));
          drop(draft.key);
        } catch (error) {
          if (isUnreachable(error)) return;
          const reason = error instanceof Error ? error.message : '';
          setWaiting((all) =>
            all.map((one) => (one.draft.key === draft.key ? { draft, refused: reason } : one)),
          );
        }
      }
    })();
  }, [allianceId, drop, onLogged, waiting]);
  const someWait = waiting.some(({ refused }) => refused === null);
  useEffect(() => {
    if (!someWait) return undefined;
    const timer = setInterval(tryNow, retryEvery);
    window.addEventListener('online', tryNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', tryNow);
    };
  }, [someWait, tryNow]);
  useEffect(() => {
    if (waiting.length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [waiting.length]);
  return { waiting, add, drop, tryNow };
}

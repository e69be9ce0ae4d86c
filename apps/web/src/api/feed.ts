import { useEffect, useReducer, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { callApi } from './client.js';
import { freshenedBy } from './feed-freshens.js';
import { insertEvent } from './feed-order.js';
import type { FeedEvent } from './feed-order.js';
import { liveSocket } from './socket.js';

export type { FeedEvent } from './feed-order.js';

/** Whether what is shown is kept up to date at this moment. */
export type LiveState = 'connecting' | 'live' | 'reconnecting';

/** The newest events of an alliance, newest first, and the state of the connection. */
export interface Feed {
  events: readonly FeedEvent[];
  state: LiveState;
}

/** The address of the feed. */
export const feedPath = '/api/v1/alliances/{allianceId}/feed';

type Step = { kind: 'state'; state: LiveState } | { kind: 'event'; event: FeedEvent } | { kind: 'reset' };

const empty: Feed = { events: [], state: 'connecting' };

function reduce(feed: Feed, step: Step): Feed {
  if (step.kind === 'reset') return empty;
  if (step.kind === 'state') return { ...feed, state: step.state };
  return { ...feed, events: insertEvent(feed.events, step.event) };
}

/** The feed waits a moment before asking again, so that a burst of events causes one round of questions. */
function freshener(queries: QueryClient): { touch: (type: string) => void; stop: () => void } {
  const types = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const seen = [...types];
    types.clear();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => seen.some((type) => freshenedBy(type, String(queryKey[1]))),
    });
  };
  return {
    touch: (type) => {
      types.add(type);
      timer ??= setTimeout(flush, 250);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}

/**
 * Follows an alliance's events: first what is stored, then live. After a cut it says the last number it has and gets
 * exactly the rest; repeats are dropped. Each event makes the answers it concerns stale.
 */
export function useFeed(allianceId: string): Feed {
  const queries = useQueryClient();
  const [feed, step] = useReducer(reduce, empty);
  const last = useRef(0);
  useEffect(() => {
    const socket = liveSocket();
    const fresh = freshener(queries);
    last.current = 0;
    step({ kind: 'reset' });
    const take = (event: FeedEvent, isNew: boolean): void => {
      if (event.allianceId !== undefined && event.allianceId !== allianceId) return;
      if (isNew && event.seq > last.current) fresh.touch(event.type);
      last.current = Math.max(last.current, event.seq);
      step({ kind: 'event', event });
    };
    const onEvent = (event: FeedEvent): void => {
      take(event, true);
    };
    const resync = (): void => {
      socket.emit('feed:resync', { allianceId, after: last.current });
      step({ kind: 'state', state: 'live' });
    };
    const onCut = (): void => {
      step({ kind: 'state', state: 'reconnecting' });
    };
    socket.on('feed:event', onEvent);
    socket.on('connect', resync);
    socket.on('disconnect', onCut);
    socket.on('connect_error', onCut);
    const stopped = new AbortController();
    callApi<{ items: FeedEvent[] }>('GET', feedPath, {
      path: { allianceId },
      query: { limit: 50 },
      signal: stopped.signal,
    })
      .then(({ items }) => {
        for (const event of items) take(event, false);
      })
      .catch(() => undefined)
      .finally(() => {
        if (!stopped.signal.aborted && socket.connected) resync();
      });
    return () => {
      stopped.abort();
      fresh.stop();
      socket.off('feed:event', onEvent);
      socket.off('connect', resync);
      socket.off('disconnect', onCut);
      socket.off('connect_error', onCut);
    };
  }, [allianceId, queries]);
  return feed;
}

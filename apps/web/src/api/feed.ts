import { useEffect, useReducer } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import { callApi } from './client.js';
import { freshenedBy } from './feed-freshens.js';
import { insertEvent } from './feed-order.js';
import type { FeedEvent } from './feed-order.js';
import { liveSocket } from './socket.js';
import type { Acknowledgement } from './socket.js';

export type { FeedEvent } from './feed-order.js';

/** Whether what is shown is kept up to date at this moment. */
export type LiveState = 'connecting' | 'live' | 'reconnecting';

/** The newest events of an alliance, newest first, and the state of the connection. */
export interface Feed {
  events: readonly FeedEvent[];
  state: LiveState;
  /** The stored events have come. */
  isLoaded: boolean;
  /** Why they have not. */
  failed: unknown;
}

/** The address of the feed. */
export const feedPath = '/api/v1/alliances/{allianceId}/feed';

/** A piece of the feed, oldest first, and the last number there is. */
export interface FeedPiece {
  events: FeedEvent[];
  last: number;
}

type Step =
  | { kind: 'state'; state: LiveState }
  | { kind: 'event'; event: FeedEvent }
  | { kind: 'loaded' }
  | { kind: 'failed'; error: unknown };

function reduce(feed: Feed, step: Step): Feed {
  if (step.kind === 'state') return feed.state === step.state ? feed : { ...feed, state: step.state };
  if (step.kind === 'loaded') return { ...feed, isLoaded: true, failed: null };
  if (step.kind === 'failed') return { ...feed, failed: step.error };
  return { ...feed, events: insertEvent(feed.events, step.event) };
}

/** Follows one alliance outside React; `stop` ends it. */
class FeedFollower {
  private last: number | undefined;
  private readonly touched = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly stopped = new AbortController();
  private readonly socket: Socket;

  constructor(
    private readonly allianceId: string,
    private readonly queries: QueryClient,
    private readonly step: (step: Step) => void,
  ) {
    this.socket = liveSocket(allianceId);
  }

  start(): void {
    const { socket } = this;
    socket.on('feed:event', this.onEvent);
    socket.on('connect', this.onConnect);
    socket.on('disconnect', this.onCut);
    socket.on('connect_error', this.onCut);
    if (socket.connected) this.onConnect();
    // What is stored is shown even where sockets cannot get through.
    else void this.fetchNewest();
  }

  stop(): void {
    this.stopped.abort();
    clearTimeout(this.timer);
    const { socket } = this;
    socket.off('feed:event', this.onEvent);
    socket.off('connect', this.onConnect);
    socket.off('disconnect', this.onCut);
    socket.off('connect_error', this.onCut);
  }

  private readonly onEvent = (event: FeedEvent): void => {
    this.take(event, true);
  };

  private readonly onCut = (): void => {
    this.step({ kind: 'state', state: 'reconnecting' });
  };

  private readonly onConnect = (): void => {
    this.step({ kind: 'state', state: 'live' });
    if (this.last === undefined) void this.fetchNewest();
    else void this.catchUp(this.last);
  };

  private async fetchNewest(): Promise<void> {
    try {
      const { events, last } = await callApi<FeedPiece>('GET', feedPath, {
        path: { allianceId: this.allianceId },
        query: { limit: 50 },
        signal: this.stopped.signal,
      });
      for (const event of events) this.take(event, false);
      this.last = Math.max(this.last ?? 0, last);
      this.step({ kind: 'loaded' });
    } catch (error) {
      // The next connection asks again.
      if (!this.stopped.signal.aborted) this.step({ kind: 'failed', error });
    }
  }

  /** Says the last number there is here and takes exactly the rest. */
  private async catchUp(after: number): Promise<void> {
    const answer = (await this.socket
      .timeout(10_000)
      .emitWithAck('feed:resync', { after })
      .catch(() => undefined)) as Acknowledgement<FeedPiece> | undefined;
    if (!answer?.ok || this.stopped.signal.aborted) return;
    for (const event of answer.value.events) this.take(event, true);
    const reached = answer.value.events.at(-1)?.seq;
    if (reached !== undefined && reached < answer.value.last) await this.catchUp(reached);
  }

  private take(event: FeedEvent, isNew: boolean): void {
    if (isNew && event.seq > (this.last ?? 0)) this.freshen(event.type);
    this.last = Math.max(this.last ?? 0, event.seq);
    this.step({ kind: 'event', event });
  }

  /** Waits a moment before asking again, so that a burst of events causes one round of questions. */
  private freshen(type: string): void {
    this.touched.add(type);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const types = [...this.touched];
      this.touched.clear();
      void this.queries.invalidateQueries({
        predicate: ({ queryKey }) => types.some((seen) => freshenedBy(seen, String(queryKey[1]))),
      });
    }, 250);
  }
}

/**
 * Follows an alliance's events: first what is stored, then live. After a cut it says the last number it has and gets
 * exactly the rest; repeats are dropped. Each event makes the answers it concerns stale.
 */
export function useFeed(allianceId: string): Feed {
  const queries = useQueryClient();
  const [feed, step] = useReducer(reduce, {
    events: [],
    state: 'connecting',
    isLoaded: false,
    failed: null,
  });
  useEffect(() => {
    const follower = new FeedFollower(allianceId, queries, step);
    follower.start();
    return () => {
      follower.stop();
    };
  }, [allianceId, queries]);
  return feed;
}

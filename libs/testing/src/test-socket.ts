import { io, type Socket } from 'socket.io-client';
import type { Acknowledgement } from '#libs/platform';

/** A socket of a person in an alliance, with everything it has received. */
export interface TestSocket {
  readonly socket: Socket;
  readonly received: { readonly event: string; readonly payload: unknown }[];
  /** Sends an event and waits for its acknowledgement. */
  send(event: string, payload?: unknown): Promise<Acknowledgement>;
  /** Waits until something received fits; fails after 10 s. */
  until<T>(event: string, fits: (payload: T) => boolean): Promise<T>;
  close(): void;
}

/** Connects; rejects when the server refuses. */
export async function connectSocket(url: string, cookie: string, allianceId: string): Promise<TestSocket> {
  const socket = io(url, {
    path: '/socket',
    transports: ['websocket'],
    extraHeaders: { cookie },
    auth: { allianceId },
    reconnection: false,
  });
  const received: { event: string; payload: unknown }[] = [];
  socket.onAny((event: string, payload: unknown) => {
    received.push({ event, payload });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    socket,
    received,
    send: (event, payload) => socket.timeout(10_000).emitWithAck(event, payload) as Promise<Acknowledgement>,
    async until<T>(event: string, fits: (payload: T) => boolean): Promise<T> {
      for (let waited = 0; waited < 10_000; waited += 20) {
        const found = received.find((one) => one.event === event && fits(one.payload as T));
        if (found !== undefined) return found.payload as T;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`${event} did not arrive; received: ${JSON.stringify(received).slice(0, 2000)}`);
    },
    close: () => void socket.close(),
  };
}

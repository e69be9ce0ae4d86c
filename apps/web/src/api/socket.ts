import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

let shared: Socket | undefined;

/** The one connection of this tab (same origin, session cookie). It reconnects by itself. */
export function liveSocket(): Socket {
  shared ??= io({ withCredentials: true, transports: ['websocket', 'polling'] });
  return shared;
}

/** Ends the connection, e.g. at sign-out, so that the next one carries the next person's cookie. */
export function closeLiveSocket(): void {
  shared?.disconnect();
  shared = undefined;
}

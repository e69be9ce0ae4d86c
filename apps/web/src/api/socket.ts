import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/** What the server says to each message: the answer, or a problem whose message may be shown. */
export type Acknowledgement<Value> =
  { ok: true; value: Value } | { ok: false; code: string; message: string };

let shared: { allianceId: string; socket: Socket } | undefined;

/** The one connection of this tab: one person in one alliance (same origin, session cookie). It reconnects by itself. */
export function liveSocket(allianceId: string): Socket {
  if (shared?.allianceId === allianceId) return shared.socket;
  shared?.socket.disconnect();
  const socket = io({ path: '/socket', auth: { allianceId }, transports: ['websocket', 'polling'] });
  const comeBack = (after: number): void => {
    setTimeout(() => {
      if (shared?.socket === socket) socket.connect();
    }, after);
  };
  // The server ends a connection whose roles have changed; the client comes back with the new ones.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') comeBack(1_000);
  });
  // After a refusal, unlike after a cut, socket.io does not try again by itself.
  socket.on('connect_error', () => {
    if (!socket.active) comeBack(5_000);
  });
  shared = { allianceId, socket };
  return socket;
}

/** Ends the connection, e.g. at sign-out, so that the next one carries the next person's cookie. */
export function closeLiveSocket(): void {
  shared?.socket.disconnect();
  shared = undefined;
}

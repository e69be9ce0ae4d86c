import { z } from 'zod';
import { id, instant } from '../lists.js';
import { roomCommand } from './room-commands.js';
import { roomEvent, roomPerson } from './room-events.js';
import { roomState } from './room-state.js';

/** Into a room. `after` is the last number the client has; null asks for the whole state. */
export const joinRoom = z.strictObject({
  meetingId: id,
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});
/** Into a room. */
export type JoinRoom = z.infer<typeof joinRoom>;

/** Out of a room. */
export const leaveRoom = z.strictObject({ meetingId: id });

/** A command with the client's own mark: sent again with the same mark after a lost answer, it happens once. */
export const commandRoom = z.strictObject({ meetingId: id, commandId: id, command: roomCommand });
/** A command with the client's own mark. */
export type CommandRoom = z.infer<typeof commandRoom>;

/** What the person may do in this room. */
export const roomStanding = z.object({
  personId: id,
  name: z.string(),
  chair: z.boolean(),
  voice: z.boolean(),
});
/** What the person may do in this room. */
export type RoomStanding = z.infer<typeof roomStanding>;

/** The room from `after` on: the state itself, or exactly the events that follow. */
export const roomCatchUp = z.object({
  state: roomState.nullable(),
  events: z.array(roomEvent),
  sequence: z.number().int(),
  now: instant,
});
/** The room from a number on. */
export type RoomCatchUp = z.infer<typeof roomCatchUp>;

/** The answer to `joinRoom`. */
export const joinedRoom = roomCatchUp.extend({ you: roomStanding, present: z.array(roomPerson) });
/** The answer to `joinRoom`. */
export type JoinedRoom = z.infer<typeof joinedRoom>;

/** The answer to a command: it is stored, and the log reached this number. */
export const commandAccepted = z.object({ sequence: z.number().int(), events: z.array(roomEvent) });
/** The answer to a command. */
export type CommandAccepted = z.infer<typeof commandAccepted>;

/** New events of a room, in order. */
export const roomEventsPushed = z.object({ meetingId: id, events: z.array(roomEvent) });
/** Who is in the room right now. Never stored. */
export const roomPresencePushed = z.object({ meetingId: id, present: z.array(roomPerson) });
/** The person may no longer be in the room. */
export const roomShutPushed = z.object({ meetingId: id });

/** Every answer over a socket is one of the two: a value, or a refusal with its stable code and a text to show. */
export type SocketAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Names of the topics of meeting rooms. */
export const roomTopics = {
  join: 'meetings:join',
  leave: 'meetings:leave',
  command: 'meetings:command',
  events: 'meetings:events',
  presence: 'meetings:presence',
  shut: 'meetings:shut',
} as const;

/** What a client may send, by topic. */
export interface RoomClientTopics {
  'meetings:join': (sent: JoinRoom, answer: (answer: SocketAnswer<JoinedRoom>) => void) => void;
  'meetings:leave': (sent: z.infer<typeof leaveRoom>, answer: (answer: SocketAnswer<null>) => void) => void;
  'meetings:command': (
    sent: z.input<typeof commandRoom>,
    answer: (answer: SocketAnswer<CommandAccepted>) => void,
  ) => void;
}
/** What the server pushes, by topic. */
export interface RoomServerTopics {
  'meetings:events': (pushed: z.infer<typeof roomEventsPushed>) => void;
  'meetings:presence': (pushed: z.infer<typeof roomPresencePushed>) => void;
  'meetings:shut': (pushed: z.infer<typeof roomShutPushed>) => void;
}

import type { RoomEvent, RoomEventBody, RoomPerson } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';

/** A room whose row is locked: nobody else numbers events in it until this unit of work is over. */
export interface LockedRoom {
  readonly meetingId: string;
  readonly lastSequence: number;
}

/** Who caused events, and by which command of theirs. */
export interface RoomCause {
  readonly by: RoomPerson;
  /** The client's mark of the command; the same person's same mark is carried out once. */
  readonly commandId: string;
}

/** The stored log of a room (port). */
export abstract class RoomLogRepository {
  /** Locks the room of a meeting of this alliance, or null when there is none. */
  abstract lock(tx: Transaction, meetingId: string): Promise<LockedRoom | null>;
  /** The events after a number, in order; at most `limit` when given. */
  abstract eventsAfter(
    tx: Transaction,
    meetingId: string,
    after: number,
    limit?: number,
  ): Promise<RoomEvent[]>;
  /** What a command of that person has caused already; empty when it is new. */
  abstract eventsOfCommand(tx: Transaction, meetingId: string, cause: RoomCause): Promise<RoomEvent[]>;
  /** Numbers and stores events in a locked room. */
  abstract append(
    tx: Transaction,
    room: LockedRoom,
    cause: RoomCause,
    bodies: readonly RoomEventBody[],
  ): Promise<RoomEvent[]>;
}

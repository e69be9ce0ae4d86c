import { Injectable } from '@nestjs/common';
import { emptyRoom, receiveRoomEvents, type RoomState } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';
import { RoomLogRepository } from './room-log.repository.js';

const keptRooms = 200;

/**
 * The rooms' states as folded so far in this process. Only what is committed gets in, and what is missing is read from the
 * log each time, so an old entry costs a longer read and never a wrong answer.
 */
@Injectable()
export class RoomStates {
  private readonly known = new Map<string, RoomState>();

  constructor(private readonly log: RoomLogRepository) {}

  /**
   * The state of a room of this alliance with everything that is committed. Call before appending to the room in the same
   * unit of work: what is not committed yet must not be kept.
   */
  async current(tx: Transaction, meetingId: string): Promise<RoomState> {
    const key = `${tx.allianceId}/${meetingId}`;
    const kept = this.known.get(key) ?? emptyRoom;
    const { state } = receiveRoomEvents(kept, await this.log.eventsAfter(tx, meetingId, kept.sequence));
    this.known.delete(key);
    this.known.set(key, state);
    if (this.known.size > keptRooms)
      for (const oldest of this.known.keys()) if (this.known.delete(oldest)) break;
    return state;
  }
}

import { Injectable } from '@nestjs/common';
import type { RoomEvent } from '#libs/api-schema';

/** What was just committed to a room by this process. */
export interface RoomGrowth {
  readonly allianceId: string;
  readonly meetingId: string;
  readonly events: readonly RoomEvent[];
}

/** Tells this process's sockets of a commit without waiting for the hint to come round. */
@Injectable()
export class RoomFeed {
  private readonly listeners = new Set<(growth: RoomGrowth) => void>();

  /** Calls `listener` after every commit of this process that added to a room. */
  subscribe(listener: (growth: RoomGrowth) => void): void {
    this.listeners.add(listener);
  }

  /** Tells all listeners. */
  push(growth: RoomGrowth): void {
    for (const listener of this.listeners) listener(growth);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { roomTopics, type RoomEvent } from '#libs/api-schema';
import { LOGGER, Notifications, SocketServer, systemActor, UnitOfWork } from '#libs/platform';
import type { Logger } from 'pino';
import { roomChannel } from '../application/channels.js';
import { RoomFeed, type RoomGrowth } from '../application/room-feed.js';
import { RoomLogRepository } from '../application/room-log.repository.js';
import type { RoomAddress } from '../application/room-presence.js';

/** The name of a room among the sockets of this process. */
export const roomName = (meetingId: string): string => `meeting:${meetingId}`;

interface Followed {
  readonly allianceId: string;
  /** Everything up to this number has been sent to this process's sockets. */
  last: number;
  busy: boolean;
  again: boolean;
}

const batch = 500;

/**
 * Sends what was committed to the sockets of this process, in order and without gaps. Own commits are sent at once, those
 * of other processes when their hint arrives; what does not follow on is read from the log.
 */
@Injectable()
export class RoomBroadcast {
  private readonly followed = new Map<string, Followed>();
  private readonly openers = new Set<(meetingId: string) => void>();
  private listening: Promise<void> | undefined;

  constructor(
    private readonly sockets: SocketServer,
    private readonly notifications: Notifications,
    private readonly work: UnitOfWork,
    private readonly log: RoomLogRepository,
    private readonly feed: RoomFeed,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Follows a room from a number on, unless it is followed already. Answers up to which number sockets of this process have
   * been served: a newcomer with less has to read the difference.
   */
  async follow({ allianceId, meetingId }: RoomAddress, sequence: number): Promise<number> {
    this.listening ??= this.listen();
    await this.listening;
    const known = this.followed.get(meetingId);
    if (known !== undefined) return known.last;
    this.followed.set(meetingId, { allianceId, last: sequence, busy: false, again: false });
    this.pump(meetingId);
    return sequence;
  }

  /** Told when a followed meeting has been opened: who waits in its room is present from then on. */
  onOpened(listener: (meetingId: string) => void): void {
    this.openers.add(listener);
  }

  /** The rooms of an alliance that sockets of this process are in. */
  roomsOf(allianceId: string): string[] {
    return [...this.followed].flatMap(([id, room]) => (room.allianceId === allianceId ? [id] : []));
  }

  private async listen(): Promise<void> {
    this.feed.subscribe((growth) => {
      this.offer(growth);
    });
    await this.notifications.listen(roomChannel, (hint) => {
      if (hint === '') for (const meetingId of this.followed.keys()) this.pump(meetingId);
      const [, meetingId = '', sequence] = hint.split('/');
      const room = this.followed.get(meetingId);
      if (room !== undefined && room.last < Number(sequence)) this.pump(meetingId);
    });
  }

  private offer({ meetingId, events }: RoomGrowth): void {
    const room = this.followed.get(meetingId);
    if (room === undefined) return;
    if (!room.busy && events[0]?.sequence === room.last + 1) this.send(meetingId, room, events);
    else this.pump(meetingId);
  }

  private send(meetingId: string, room: Followed, events: readonly RoomEvent[]): void {
    this.sockets.broadcast([roomName(meetingId)], roomTopics.events, { meetingId, events });
    room.last = events.at(-1)?.sequence ?? room.last;
    if (!events.some(({ body }) => body.type === 'meeting-opened' || body.type === 'meeting-reopened'))
      return;
    for (const opener of this.openers) opener(meetingId);
  }

  private pump(meetingId: string): void {
    const room = this.followed.get(meetingId);
    if (room === undefined) return;
    if (this.sockets.audience(roomName(meetingId)) === 0) {
      this.followed.delete(meetingId);
      return;
    }
    if (room.busy) {
      room.again = true;
      return;
    }
    room.busy = true;
    this.readOn(meetingId, room)
      .catch((error: unknown) => {
        this.logger.warn({ err: error, meetingId }, 'a room was not broadcast; clients ask for the rest');
      })
      .finally(() => {
        room.busy = false;
        if (room.again) {
          room.again = false;
          this.pump(meetingId);
        }
      });
  }

  private async readOn(meetingId: string, room: Followed): Promise<void> {
    let count: number;
    do {
      const events = await this.work.readAs(systemActor(room.allianceId, 'room broadcast'), (tx) =>
        this.log.eventsAfter(tx, meetingId, room.last, batch),
      );
      if (events.length > 0) this.send(meetingId, room, events);
      count = events.length;
    } while (count === batch);
  }
}

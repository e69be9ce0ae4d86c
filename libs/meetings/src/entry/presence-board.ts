import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { roomTopics, type RoomPerson } from '#libs/api-schema';
import { LOGGER, Notifications, SocketServer } from '#libs/platform';
import type { Logger } from 'pino';
import { presenceChannel } from '../application/channels.js';
import { RoomPresence, type RoomAddress } from '../application/room-presence.js';
import { roomName } from './room-broadcast.js';

/** Comings and goings this close together are told at once, in milliseconds. */
const gatherFor = 40;
const heartbeatEvery = 15_000;

/** Tells the people in a room who is there: those at this process, and those at the others. */
@Injectable()
export class PresenceBoard implements BeforeApplicationShutdown {
  private readonly rooms = new Map<string, { readonly address: RoomAddress; shown: string }>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private heartbeat: NodeJS.Timeout | undefined;
  private listening: Promise<void> | undefined;

  constructor(
    private readonly sockets: SocketServer,
    private readonly presence: RoomPresence,
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Somebody has come to a room or gone from it. */
  changed(address: RoomAddress): void {
    const { meetingId } = address;
    if (!this.rooms.has(meetingId)) this.rooms.set(meetingId, { address, shown: '' });
    this.listening ??= this.listen();
    this.heartbeat ??= setInterval(() => {
      for (const room of this.rooms.values()) this.changed(room.address);
    }, heartbeatEvery).unref();
    if (this.waiting.has(meetingId)) return;
    this.waiting.set(
      meetingId,
      setTimeout(() => {
        this.waiting.delete(meetingId);
        this.settle(this.keep(address));
      }, gatherFor),
    );
  }

  /** Everybody who is in the room as far as is known, with the one who is just coming in. */
  async presentWith(address: RoomAddress, person: RoomPerson): Promise<RoomPerson[]> {
    const others = await this.presence.present(address);
    return [...others.filter((one) => one.personId !== person.personId), person];
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeat);
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const { address } of this.rooms.values())
      await this.presence.keep(address, []).catch(() => undefined);
    this.rooms.clear();
  }

  private here(meetingId: string): RoomPerson[] {
    const people = this.sockets
      .connectionsIn(roomName(meetingId))
      .map(({ actor }) => [actor.personId, { personId: actor.personId, name: actor.name }] as const);
    return [...new Map(people).values()];
  }

  private async keep(address: RoomAddress): Promise<void> {
    const people = this.here(address.meetingId);
    await this.presence.keep(address, people);
    if (people.length === 0) this.rooms.delete(address.meetingId);
    else await this.show(address.meetingId);
  }

  private async show(meetingId: string): Promise<void> {
    const room = this.rooms.get(meetingId);
    if (room === undefined) return;
    const present = await this.presence.present(room.address);
    const text = JSON.stringify(present);
    if (text === room.shown) return;
    room.shown = text;
    this.sockets.broadcast([roomName(meetingId)], roomTopics.presence, { meetingId, present });
  }

  private async listen(): Promise<void> {
    await this.notifications.listen(presenceChannel, (hint) => {
      const [, meetingId] = hint.split('/');
      for (const known of this.rooms.keys())
        if (hint === '' || known === meetingId) this.settle(this.show(known));
    });
  }

  private settle(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.logger.warn({ err: error }, 'who is in a meeting room could not be told');
    });
  }
}

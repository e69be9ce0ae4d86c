import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  commandRoom,
  joinRoom,
  leaveRoom,
  roomTopics,
  type CommandAccepted,
  type JoinedRoom,
  type JoinRoom,
} from '#libs/api-schema';
import { isDomainError } from '#libs/kernel';
import { LOGGER, Notifications, RateLimits, SocketServer, type Connection, UnitOfWork } from '#libs/platform';
import type { Logger } from 'pino';
import { standingChannel } from '../application/channels.js';
import { EnterRoom } from '../application/enter-room.js';
import { MeetingAccess } from '../application/meeting-access.js';
import { RunRoomCommand } from '../application/run-room-command.js';
import { PresenceBoard } from './presence-board.js';
import { RoomBroadcast, roomName } from './room-broadcast.js';

/** Nobody speaks faster than this; a client gone wild is told so. */
const mostCommands = 300;
const perMilliseconds = 10_000;

const attend = { action: 'attend', subject: 'Meeting' } as const;

/** Meeting rooms on sockets. The alliance is the connection's; every event is checked against the meeting's rows anew. */
@Injectable()
export class RoomGateway implements OnModuleInit {
  private readonly roomsOfSocket = new Map<string, Set<string>>();
  private listening: Promise<void> | undefined;

  constructor(
    private readonly sockets: SocketServer,
    private readonly notifications: Notifications,
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly entrance: EnterRoom,
    private readonly commands: RunRoomCommand,
    private readonly broadcast: RoomBroadcast,
    private readonly board: PresenceBoard,
    private readonly limits: RateLimits,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.sockets.on(roomTopics.join, {
      schema: joinRoom,
      allow: attend,
      handle: (connection, asked) => this.join(connection, asked),
    });
    this.sockets.on(roomTopics.leave, {
      schema: leaveRoom,
      allow: attend,
      handle: (connection, { meetingId }) => this.leave(connection, meetingId),
    });
    this.sockets.on(roomTopics.command, {
      schema: commandRoom,
      allow: attend,
      handle: ({ actor }, sent): Promise<CommandAccepted> => {
        this.limits.takeHere(`meetings:command:${actor.personId}`, mostCommands, perMilliseconds);
        return this.commands.run(actor, sent);
      },
    });
    this.sockets.onDisconnect((connection) => {
      this.gone(connection);
    });
    this.broadcast.onOpened((meetingId) => void this.countIn(meetingId));
  }

  private async join(connection: Connection, asked: JoinRoom): Promise<JoinedRoom> {
    const { actor, socket } = connection;
    const { meetingId } = asked;
    const address = { allianceId: actor.allianceId, meetingId };
    this.listening ??= this.listen();
    await this.listening;
    const entered = await this.entrance.enter(actor, asked);
    await socket.join(roomName(meetingId));
    // Who hung up while the door was opening is not in.
    if (!socket.connected) return { ...entered, present: [] };
    this.roomsOfSocket.set(socket.id, (this.roomsOfSocket.get(socket.id) ?? new Set()).add(meetingId));
    this.board.changed(address);
    const served = await this.broadcast.follow(address, entered.sequence);
    const present = await this.board.presentWith(address, { personId: actor.personId, name: actor.name });
    if (served <= entered.sequence) return { ...entered, present };
    // Sent to the room after our reading and before we stood in it: read once more.
    const rest = await this.entrance.look(actor, { meetingId, after: entered.sequence });
    if (rest.state !== null) return { ...entered, ...rest, present };
    return { ...entered, events: [...entered.events, ...rest.events], sequence: rest.sequence, present };
  }

  /** Writes down the attendance of those who came before the meeting was opened. */
  private async countIn(meetingId: string): Promise<void> {
    for (const { actor } of this.sockets.connectionsIn(roomName(meetingId))) {
      try {
        await this.entrance.enter(actor, { meetingId, after: null });
      } catch (error) {
        // Their first word in the room counts them in as well.
        this.logger.warn({ err: error, meetingId }, 'somebody in a meeting room could not be counted in');
      }
    }
  }

  private async leave({ actor, socket }: Connection, meetingId: string): Promise<null> {
    if (this.roomsOfSocket.get(socket.id)?.delete(meetingId) !== true) return null;
    await socket.leave(roomName(meetingId));
    this.board.changed({ allianceId: actor.allianceId, meetingId });
    return null;
  }

  private gone({ actor, socket }: Connection): void {
    const rooms = this.roomsOfSocket.get(socket.id) ?? [];
    this.roomsOfSocket.delete(socket.id);
    for (const meetingId of rooms) this.board.changed({ allianceId: actor.allianceId, meetingId });
  }

  /** Whoever has lost their place in a group leaves its rooms at once, and no longer hears them. */
  private async listen(): Promise<void> {
    await this.notifications.listen(standingChannel, (allianceId) => {
      const alliances = allianceId === '' ? this.alliancesHere() : [allianceId];
      for (const one of alliances)
        for (const meetingId of this.broadcast.roomsOf(one))
          for (const connection of this.sockets.connectionsIn(roomName(meetingId)))
            void this.recheck(connection, meetingId);
    });
  }

  private alliancesHere(): Set<string> {
    const rooms = new Set([...this.roomsOfSocket.values()].flatMap((set) => [...set]));
    return new Set(
      [...rooms].flatMap((id) =>
        this.sockets.connectionsIn(roomName(id)).map(({ actor }) => actor.allianceId),
      ),
    );
  }

  private async recheck(connection: Connection, meetingId: string): Promise<void> {
    try {
      await this.work.readAs(connection.actor, (tx) => this.access.find(tx, meetingId));
    } catch (error) {
      // When in doubt out: a client that may be here joins again by itself.
      if (isDomainError(error)) connection.socket.emit(roomTopics.shut, { meetingId });
      await this.leave(connection, meetingId);
    }
  }
}

import {
  emptyRoom,
  receiveRoomEvents,
  type RoomCommand,
  type RoomEvent,
  type RoomEventBody,
  type RoomPerson,
  type RoomState,
} from '#libs/api-schema';
import { decideRoomCommand, type RoomFacts } from '../domain/room.js';

/** What playing a meeting needs from outside. */
export interface Stage {
  readonly chair: RoomPerson;
  readonly itemIds: ReadonlySet<string>;
  readonly newId: () => string;
}

/** Plays a meeting of the past by the rules of the room, so that its log is one the room could have written. */
export class MeetingPlay {
  private readonly log: RoomEvent[] = [];
  private room: RoomState = emptyRoom;

  /** @param clock the instant at which the meeting is opened; {@link wait} moves it on */
  constructor(
    private readonly stage: Stage,
    private clock: Date,
  ) {}

  /** The log so far. */
  get events(): readonly RoomEvent[] {
    return this.log;
  }

  /** What the log adds up to. */
  get state(): RoomState {
    return this.room;
  }

  /** Lets time pass. */
  wait(minutes: number): void {
    this.clock = new Date(this.clock.getTime() + minutes * 60_000);
  }

  /** Something that is no command: the meeting opens, somebody arrives. */
  note(by: RoomPerson, body: RoomEventBody): void {
    this.append(by, [body]);
  }

  /** A command of somebody in the room. @throws DomainError whatever the room refuses */
  say(by: RoomPerson, command: RoomCommand): void {
    const { itemIds, newId, chair } = this.stage;
    const you = { ...by, chair: by.personId === chair.personId, voice: true };
    const facts: RoomFacts = { itemIds, owner: chair, action: null, now: this.clock, newId };
    this.append(by, decideRoomCommand(this.room, command, you, facts));
  }

  private append(by: RoomPerson, bodies: readonly RoomEventBody[]): void {
    const commandId = this.stage.newId();
    const events = bodies.map((body, part) => ({
      sequence: this.log.length + part + 1,
      id: this.stage.newId(),
      commandId,
      at: this.clock.toISOString(),
      by,
      body,
    }));
    this.log.push(...events);
    this.room = receiveRoomEvents(this.room, events).state;
  }
}

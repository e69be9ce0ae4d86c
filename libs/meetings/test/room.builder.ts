import {
  emptyRoom,
  receiveRoomEvents,
  roomCommand,
  type RoomCommandInput,
  type RoomEvent,
  type RoomEventBody,
  type RoomStanding,
  type RoomState,
} from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { arrive, decideRoomCommand, type RoomFacts } from '../src/domain/room.js';

/** A person at the table: chair, voice, both or neither. */
export function somebody(name: string, rights: { chair?: boolean; voice?: boolean } = {}): RoomStanding {
  return { personId: newId(), name, chair: rights.chair ?? false, voice: rights.voice ?? true };
}

/** A room in memory: its log, and its state folded from that log. */
export class RoomInMemory {
  readonly log: RoomEvent[] = [];
  readonly items = [newId(), newId()] as const;
  state: RoomState = emptyRoom;
  now = new Date('2026-11-23T14:00:00Z');

  /** An open room with these people in it. */
  static with(...people: RoomStanding[]): RoomInMemory {
    const room = new RoomInMemory();
    const [first] = people;
    if (first) room.store(first, [{ type: 'meeting-opened' }]);
    for (const person of people) room.arrive(person);
    return room;
  }

  /** Lets a person in. */
  arrive(person: RoomStanding): void {
    this.store(person, arrive(this.state, person));
  }

  /** Carries out a command as that person; throws the refusal. Returns the events it came to. */
  do(you: RoomStanding, command: RoomCommandInput, facts: Partial<RoomFacts> = {}): RoomEventBody[] {
    const bodies = decideRoomCommand(this.state, roomCommand.parse(command), you, {
      itemIds: new Set(this.items),
      owner: null,
      action: null,
      now: this.now,
      newId,
      ...facts,
    });
    this.store(you, bodies);
    return bodies;
  }

  /** Stores events as the server does: numbered without gaps. */
  store(by: RoomStanding, bodies: readonly RoomEventBody[]): void {
    const commandId = newId();
    for (const body of bodies) {
      const event: RoomEvent = {
        sequence: this.log.length + 1,
        id: newId(),
        commandId,
        at: this.now.toISOString(),
        by: { personId: by.personId, name: by.name },
        body,
      };
      this.log.push(event);
      this.state = receiveRoomEvents(this.state, [event]).state;
    }
  }
}

import {
  emptyRoom,
  receiveRoomEvents,
  roomTopics,
  type CommandAccepted,
  type JoinedRoom,
  type RoomCommandInput,
  type RoomEvent,
  type RoomState,
} from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { connectSocket, type TestApp, type TestPerson, type TestSocket } from '#libs/testing';

/** A refusal as a test sees it. */
export interface Refused {
  readonly ok: false;
  readonly code: string;
}
/** What a room answered. */
export type Replied<T> = { readonly ok: true; readonly value: T } | Refused;

/** An alliance with a steering group of three and its first meeting. */
export interface Table {
  readonly allianceId: string;
  readonly base: string;
  readonly groupId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly secretary: TestPerson;
  readonly chair: TestPerson;
  readonly anna: TestPerson;
  readonly bo: TestPerson;
}

/** Lays a table: group, meeting and agenda made over HTTP by the secretariat. */
export async function layTable(app: TestApp, given: { startsAt?: string } = {}): Promise<Table> {
  const { world } = app;
  const { id: allianceId } = await world.alliance();
  const member = (name: string) => world.person([{ allianceId, role: 'member' }], { name });
  const secretary = await world.person([{ allianceId, role: 'secretariat' }], { name: 'Sine Vang' });
  const [chair, anna, bo] = [await member('Karen Holm'), await member('Anna Lund'), await member('Bo Krogh')];
  const base = `/api/v1/alliances/${allianceId}`;
  const make = async (path: string, body: unknown): Promise<string> => {
    const answer = await secretary.client.post<{ id: string }>(`${base}/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    return answer.body.id;
  };
  const memberIds = [chair.id, anna.id, bo.id];
  const groupId = await make('meeting-groups', { name: 'Styregruppen', kind: 'steering', memberIds });
  const startsAt = given.startsAt ?? '2026-12-01T13:00:00Z';
  const endsAt = new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString();
  const meeting = { groupId, title: 'Styregruppemøde', startsAt, endsAt, chairId: chair.id };
  const meetingId = await make('meetings', meeting);
  const itemId = await make(`meetings/${meetingId}/items`, {
    type: 'decide',
    title: 'Fritidsjob',
    minutes: 20,
  });
  return { allianceId, base, groupId, meetingId, itemId, secretary, chair, anna, bo };
}

/** A participant's end of a room: keeps the state by the same fold as the page does. */
export class Seat {
  state: RoomState = emptyRoom;
  /** Every number that was heard, in the order of hearing. */
  readonly heard: number[] = [];

  private constructor(
    private readonly table: Table,
    readonly socket: TestSocket,
  ) {
    socket.socket.on(roomTopics.events, (pushed: { events: RoomEvent[] }) => {
      this.hear(pushed.events);
    });
  }

  /** Connects without entering. */
  static async connect(app: TestApp, table: Table, person: TestPerson): Promise<Seat> {
    return new Seat(table, await connectSocket(app.url, person.cookie, table.allianceId));
  }

  /** Connects and enters the room. */
  static async take(app: TestApp, table: Table, person: TestPerson): Promise<Seat> {
    const seat = await Seat.connect(app, table, person);
    const joined = await seat.join();
    if (!joined.ok) throw new Error(joined.code);
    return seat;
  }

  /** Enters, asking for everything after a number (null: the whole state). */
  async join(after: number | null = null, meetingId = this.table.meetingId): Promise<Replied<JoinedRoom>> {
    const answer = (await this.socket.send(roomTopics.join, { meetingId, after })) as Replied<JoinedRoom>;
    if (answer.ok) {
      if (answer.value.state !== null) this.state = answer.value.state;
      this.hear(answer.value.events);
    }
    return answer;
  }

  /** Sends a command, by default with a mark of its own. */
  async do(command: RoomCommandInput, commandId = newId()): Promise<Replied<CommandAccepted>> {
    const sent = { meetingId: this.table.meetingId, commandId, command };
    return (await this.socket.send(roomTopics.command, sent)) as Replied<CommandAccepted>;
  }

  private hear(events: readonly RoomEvent[]): void {
    this.heard.push(...events.map((event) => event.sequence));
    this.state = receiveRoomEvents(this.state, events).state;
  }
}

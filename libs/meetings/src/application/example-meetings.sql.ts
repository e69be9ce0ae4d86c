import type { MeetingState, RoomEvent, RoomState } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { PersonActor, Transaction } from '#libs/platform';

/** An action of an example's meeting. */
export interface PlayedAction {
  readonly id: string;
  readonly itemId: string | null;
  readonly title: string;
  readonly dueOn: string;
  readonly agreedAt: string;
  readonly doneAt: Date | null;
  readonly doneByName: string | null;
}

/** A meeting of an example with its log and what the log comes to. */
export interface PlayedMeeting {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly state: MeetingState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly items: readonly {
    readonly id: string;
    readonly position: number;
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly minutes: number;
    readonly ownerId: string;
    readonly indicatorId: string | null;
  }[];
  readonly events: readonly RoomEvent[];
  readonly room: RoomState;
  readonly actions: readonly PlayedAction[];
}

/** Everything the example's meetings consist of. */
export interface PlayedMeetings {
  readonly groups: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly meetings: readonly PlayedMeeting[];
  readonly founder: PersonActor;
}

/** Writes groups, meetings, logs and what came of them in a few statements: only for examples. */
export async function keepExampleMeetings(tx: Transaction, played: PlayedMeetings): Promise<void> {
  const { groups, meetings, founder } = played;
  const write = (sql: string, rows: readonly unknown[], ...more: readonly unknown[]): Promise<unknown> =>
    tx.query(sql, [tx.allianceId, JSON.stringify(rows), ...more]);
  await write(
    `insert into meeting_group (id, alliance_id, name, kind)
     select g.id, $1, g.name, g.kind from jsonb_to_recordset($2::jsonb) as g (id uuid, name text, kind text)`,
    groups,
  );
  await write(
    `insert into meeting_group_member (id, alliance_id, group_id, person_id)
     select g.id, $1, g."groupId", $3 from jsonb_to_recordset($2::jsonb) as g (id uuid, "groupId" uuid)`,
    groups.map(({ id }) => ({ id: newId(), groupId: id })),
    founder.personId,
  );
  await write(
    `insert into meeting (id, alliance_id, group_id, title, starts_at, ends_at, place, chair_id, state, opened_at,
       closed_at, approved_at, approved_by_name)
     select m.id, $1, m."groupId", m.title, m."startsAt", m."endsAt", m.place, $3, m.state, m."openedAt",
       m."closedAt", m."approvedAt", case when m."approvedAt" is not null then $4 end
     from jsonb_to_recordset($2::jsonb) as m (id uuid, "groupId" uuid, title text, "startsAt" timestamptz,
       "endsAt" timestamptz, place text, state text, "openedAt" timestamptz, "closedAt" timestamptz,
       "approvedAt" timestamptz)`,
    meetings.map(({ items, events, room, actions, ...meeting }) => meeting),
    founder.personId,
    founder.name,
  );
  await write(
    `insert into meeting_item (id, alliance_id, meeting_id, position, type, title, description, owner_id, minutes,
       indicator_id)
     select i.id, $1, i."meetingId", i.position, i.type, i.title, i.description, i."ownerId", i.minutes, i."indicatorId"
     from jsonb_to_recordset($2::jsonb) as i (id uuid, "meetingId" uuid, position int, type text, title text,
       description text, "ownerId" uuid, minutes int, "indicatorId" uuid)`,
    of(meetings, ({ items }) => items),
  );
  await write(
    `insert into meeting_room (meeting_id, alliance_id, last_sequence)
     select r.id, $1, r.last from jsonb_to_recordset($2::jsonb) as r (id uuid, last bigint)`,
    meetings.map(({ id, room }) => ({ id, last: room.sequence })),
  );
  await write(
    `insert into meeting_room_event (id, alliance_id, meeting_id, sequence, command_id, part, person_id, person_name,
       body, at)
     select e.id, $1, e."meetingId", e.sequence, e."commandId",
       row_number() over (partition by e."commandId" order by e.sequence) - 1, (e.by ->> 'personId')::uuid,
       e.by ->> 'name', e.body, e.at
     from jsonb_to_recordset($2::jsonb) as e (id uuid, "meetingId" uuid, sequence bigint, "commandId" uuid, by jsonb,
       body jsonb, at timestamptz)`,
    of(meetings, ({ events }) => events),
  );
  await write(
    `insert into meeting_attendance (id, alliance_id, meeting_id, person_id, person_name, voice, arrived_at)
     select a.id, $1, a."meetingId", a."personId", a.name, a.voice, a."arrivedAt"
     from jsonb_to_recordset($2::jsonb) as a (id uuid, "meetingId" uuid, "personId" uuid, name text, voice boolean,
       "arrivedAt" timestamptz)`,
    of(meetings, ({ room }) => room.attendees.map((one) => ({ ...one, id: newId() }))),
  );
  await write(
    `insert into meeting_decision (id, alliance_id, meeting_id, item_id, text, outcome, decided_at)
     select d."decisionId", $1, d."meetingId", d."itemId", d.text, d.outcome, d.at
     from jsonb_to_recordset($2::jsonb) as d ("decisionId" uuid, "meetingId" uuid, "itemId" uuid, text text,
       outcome text, at timestamptz)`,
    of(meetings, ({ room }) => room.decisions),
  );
  await write(
    `insert into meeting_action (id, alliance_id, meeting_id, item_id, title, owner_id, owner_name, due_on, agreed_at,
       done_at, done_by_name, done_by_id)
     select a.id, $1, a."meetingId", a."itemId", a.title, $3, $4, a."dueOn", a."agreedAt", a."doneAt", a."doneByName",
       case when a."doneByName" = $4 then $3::uuid end
     from jsonb_to_recordset($2::jsonb) as a (id uuid, "meetingId" uuid, "itemId" uuid, title text, "dueOn" date,
       "agreedAt" timestamptz, "doneAt" timestamptz, "doneByName" text)`,
    of(meetings, ({ actions }) => actions),
    founder.personId,
    founder.name,
  );
}

/** What each meeting has of something, with the meeting it belongs to. */
function of<T extends object>(
  meetings: readonly PlayedMeeting[],
  pick: (meeting: PlayedMeeting) => readonly T[],
): (T & { meetingId: string })[] {
  return meetings.flatMap((meeting) => pick(meeting).map((one) => ({ ...one, meetingId: meeting.id })));
}

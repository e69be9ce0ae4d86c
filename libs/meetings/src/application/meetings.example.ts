import { type Example, exampleId, type ExamplePart } from '#libs/alliances';
import type { RoomPerson } from '#libs/api-schema';
import { addDays, copenhagenInstant, newId, type PlainDate, weekdayOf } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import {
  type Attendee,
  attendeeNames,
  type ExampleMeeting,
  exampleMeetings,
} from '../domain/example-meetings.js';
import { MeetingPlay } from './play-meeting.js';
import { keepExampleMeetings, type PlayedAction, type PlayedMeeting } from './example-meetings.sql.js';

const groups = [
  { key: 'steering', kind: 'steering', name: 'Styregruppen' },
  { key: 'working', kind: 'working', name: 'Arbejdsgruppen for lærepladser' },
] as const;

interface Cast {
  readonly people: Readonly<Record<Attendee, RoomPerson>>;
  readonly groupIds: ReadonlyMap<string, string>;
  readonly example: Example;
}

/**
 * Fills the example alliance with a steering group and a working group, meetings that were held by the rules of the
 * room, and one that is planned. Only the founder is an account; the others who were there are names in the log.
 */
export class MeetingsExample implements ExamplePart {
  readonly name = 'meetings';
  readonly order = 70;

  /** Writes what the actions would have left on the days they stand for. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const cast: Cast = {
      people: peopleOf(example),
      groupIds: new Map(groups.map(({ key }) => [key, newId()])),
      example,
    };
    const made = groups.map(({ key, ...group }) => ({ ...group, id: cast.groupIds.get(key) ?? newId() }));
    const played = exampleMeetings.map((meeting) => play(meeting, cast));
    await keepExampleMeetings(tx, { groups: made, meetings: played, founder: example.founder });
    for (const { id, title, groupId, startsAt, state } of played) {
      const groupName = made.find((group) => group.id === groupId)?.name ?? '';
      const subject = { kind: 'meeting', id };
      if (state === 'planned')
        await tx.append('meetings.meeting-planned', subject, {
          meetingTitle: title,
          groupName,
          startsAt: startsAt.toISOString(),
        });
      else if (state === 'minutes-approved')
        await tx.append('meetings.minutes-approved', subject, { meetingTitle: title });
      else await tx.append('meetings.meeting-closed', subject, { meetingTitle: title });
    }
  }
}

function peopleOf({ founder }: Example): Record<Attendee, RoomPerson> {
  const invented = (name: string): RoomPerson => ({ personId: newId(), name });
  return {
    founder: { personId: founder.personId, name: founder.name },
    lone: invented(attendeeNames.lone),
    hassan: invented(attendeeNames.hassan),
    jytte: invented(attendeeNames.jytte),
    ole: invented(attendeeNames.ole),
  };
}

/** The day itself, or the next working day when it is still to come, the one before when it is past. */
function workingDay(today: PlainDate, inDays: number): PlainDate {
  let day = addDays(today, inDays);
  while (weekdayOf(day) > 5) day = addDays(day, inDays > 0 ? 1 : -1);
  return day;
}

function play(meeting: ExampleMeeting, cast: Cast): PlayedMeeting {
  const { example, people } = cast;
  const day = workingDay(example.today, meeting.inDays);
  const startsAt = copenhagenInstant(day, meeting.time);
  const items = meeting.items.map((item, index) => ({
    id: newId(),
    position: index + 1,
    type: item.type,
    title: item.title,
    description: item.description ?? '',
    minutes: item.minutes,
    ownerId: people.founder.personId,
    indicatorId: item.indicator === undefined ? null : exampleId(example.allianceId, item.indicator),
  }));
  const held = meeting.there.length > 0;
  const stage = { chair: people.founder, itemIds: new Set(items.map(({ id }) => id)), newId };
  const room = new MeetingPlay(stage, startsAt);
  if (held)
    hold(
      room,
      meeting,
      items.map(({ id }) => id),
      cast,
    );
  const closedAt = held ? new Date(room.events.at(-1)?.at ?? startsAt) : null;
  let approvedAt: Date | null = null;
  if (meeting.approvedAfter !== undefined) {
    room.wait(meeting.approvedAfter * 24 * 60);
    room.note(people.founder, { type: 'minutes-approved' });
    approvedAt = new Date(room.events.at(-1)?.at ?? startsAt);
  }
  return {
    id: newId(),
    groupId: cast.groupIds.get(meeting.group) ?? '',
    title: meeting.title,
    startsAt,
    endsAt: new Date(startsAt.getTime() + meeting.minutes * 60_000),
    place: meeting.place,
    state: room.state.meeting,
    openedAt: held ? startsAt : null,
    closedAt,
    approvedAt,
    items,
    events: room.events,
    room: room.state,
    actions: actionsOf(meeting, room, example),
  };
}

/** The meeting from its opening to its end; every word goes through the rules of the room. */
function hold(
  room: MeetingPlay,
  meeting: ExampleMeeting,
  itemIds: readonly string[],
  { people, example }: Cast,
): void {
  const chair = people.founder;
  room.note(chair, { type: 'meeting-opened' });
  for (const one of meeting.there) room.note(people[one], { type: 'person-arrived', voice: true });
  for (const [index, { minutes, notes = [], decision, actions = [] }] of meeting.items.entries()) {
    const itemId = itemIds[index] ?? '';
    room.say(chair, { type: 'move-to-item', itemId });
    room.wait(Math.ceil(minutes / 3));
    for (const [by, text] of notes) room.say(people[by], { type: 'add-note', itemId, text });
    room.wait(Math.ceil(minutes / 3));
    if (decision !== undefined) {
      room.say(people[decision.by], { type: 'make-proposal', itemId, text: decision.text });
      const { proposalId = '' } = room.state.proposals.at(-1) ?? {};
      room.say(chair, { type: 'open-round', proposalId });
      const { roundId = '' } = room.state.proposals.at(-1)?.rounds.at(-1) ?? {};
      for (const [by, answer, reason = null] of decision.answers)
        room.say(people[by], { type: 'answer-round', roundId, answer, reason });
      room.say(chair, { type: 'close-round', roundId, leaveOutUnanswered: false });
    }
    for (const { title, dueIn } of actions)
      room.say(chair, {
        type: 'agree-action',
        itemId,
        title,
        ownerId: chair.personId,
        dueOn: addDays(example.today, dueIn),
      });
    room.wait(Math.floor(minutes / 3));
  }
  room.note(chair, { type: 'meeting-closed' });
}

/** What was agreed on, and which of it is done by today. */
function actionsOf(meeting: ExampleMeeting, room: MeetingPlay, { today, founder }: Example): PlayedAction[] {
  const told = meeting.items.flatMap(({ actions = [] }) => actions);
  return room.events.flatMap(({ body, at }) => {
    if (body.type !== 'action-agreed') return [];
    const doneIn = told.find(({ title }) => title === body.title)?.doneIn;
    const done = doneIn === undefined ? null : copenhagenInstant(addDays(today, doneIn), '15:20');
    return [
      {
        id: body.actionId,
        itemId: body.itemId,
        title: body.title,
        dueOn: body.dueOn,
        agreedAt: at,
        doneAt: done,
        doneByName: done === null ? null : founder.name,
      },
    ];
  });
}

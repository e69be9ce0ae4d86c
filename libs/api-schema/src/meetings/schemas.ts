import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';
import { roomPerson } from './room-events.js';
import {
  actionFilters,
  agendaItemTypes,
  consentAnswers,
  meetingGroupKinds,
  meetingStates,
  meetingTextLimits,
  meetingTitle,
  roundOutcomes,
} from './vocabulary.js';

const version = z.number().int().min(1);
const place = z.string().trim().max(meetingTextLimits.place);
const link = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(meetingTextLimits.link)]);
const memberIds = z.array(id).max(200);

/** A new group that meets. */
export const createMeetingGroup = z.strictObject({
  name: meetingTitle,
  kind: z.enum(meetingGroupKinds),
  memberIds: memberIds.default([]),
});
/** Changes to a group; `memberIds` replaces all members. */
export const updateMeetingGroup = z.strictObject({
  name: meetingTitle.optional(),
  kind: z.enum(meetingGroupKinds).optional(),
  memberIds: memberIds.optional(),
});
/** A group with its members. */
export const meetingGroup = z.object({
  id,
  name: z.string(),
  kind: z.enum(meetingGroupKinds),
  members: z.array(roomPerson),
  version,
});
/** All groups of the alliance the reader may see, by name. */
export const meetingGroups = z.object({ items: z.array(meetingGroup) });
/** People of the alliance who can be members, owners of items and of actions. */
export const meetingPeople = z.object({ items: z.array(roomPerson) });

/** A meeting to plan. */
export const createMeeting = z.strictObject({
  groupId: id,
  title: meetingTitle,
  startsAt: instant,
  endsAt: instant,
  place: place.default(''),
  link: link.default(''),
  /** The chair; without one the secretariat chairs. */
  chairId: id.nullable().default(null),
});
/** Changes to a meeting. */
export const updateMeeting = z.strictObject({
  title: meetingTitle.optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  place: place.optional(),
  link: link.optional(),
  chairId: id.nullable().optional(),
});
/** One row of the list of meetings. */
export const meetingListItem = z.object({
  id,
  title: z.string(),
  groupName: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  state: z.enum(meetingStates),
  items: z.number().int(),
  decisions: z.number().int(),
  openActions: z.number().int(),
});
/** The list of meetings: by time, newest first unless asked otherwise. */
export const meetingListQuery = listQuery(['startsAt', 'title', 'groupName'], {
  state: oneOrMore(z.enum(meetingStates)),
  groupId: id.optional(),
});
/** A page of meetings. */
export const meetingPage = page(meetingListItem);

/** A new item of the agenda; it goes last. */
export const createAgendaItem = z.strictObject({
  type: z.enum(agendaItemTypes),
  title: meetingTitle,
  description: z.string().trim().max(meetingTextLimits.text).default(''),
  ownerId: id.nullable().default(null),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  /** Indicator whose curve is shown in the item. */
  indicatorId: id.nullable().default(null),
});
/** Changes to an item. */
export const updateAgendaItem = z.strictObject({
  type: z.enum(agendaItemTypes).optional(),
  title: meetingTitle.optional(),
  description: z.string().trim().max(meetingTextLimits.text).optional(),
  ownerId: id.nullable().optional(),
  minutes: z.number().int().min(1).max(600).nullable().optional(),
  indicatorId: id.nullable().optional(),
});
/** Steps of a meeting and marks of an action take no input. */
export const noMeetingInput = z.strictObject({}).nullish();
/** The whole agenda in its new order. */
export const orderAgendaItems = z.strictObject({ itemIds: z.array(id).min(1).max(200) });
/** One item of the agenda. */
export const agendaItem = z.object({
  id,
  position: z.number().int(),
  type: z.enum(agendaItemTypes),
  title: z.string(),
  description: z.string(),
  owner: roomPerson.nullable(),
  minutes: z.number().int().nullable(),
  indicatorId: id.nullable(),
  version,
});

/** An action as lists, rooms and minutes show it. */
export const meetingAction = z.object({
  id,
  title: z.string(),
  owner: roomPerson,
  dueOn: plainDate,
  standing: z.enum(['open', 'overdue', 'done']),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
  meetingId: id,
  meetingTitle: z.string(),
  meetingStartsAt: instant,
  groupName: z.string(),
  itemId: id.nullable(),
  itemTitle: z.string().nullable(),
  /** Whether the reader may mark it. */
  canMark: z.boolean(),
  /** Somebody without an account who does it for the owner, and how much was written about it. */
  helperName: z.string().nullable(),
  noteCount: z.number().int(),
});
/** An action agreed on outside the room. */
export const createMeetingAction = z.strictObject({
  title: meetingTitle,
  ownerId: id,
  dueOn: plainDate,
  itemId: id.nullable().default(null),
});
/** The list of actions: the earliest date first. */
export const meetingActionQuery = listQuery(['dueOn', 'title', 'ownerName'], {
  show: z.enum(actionFilters).default('all'),
  mine: z.enum(['true', 'false']).default('false'),
  groupId: id.optional(),
});
/** A page of actions. */
export const meetingActionPage = page(meetingAction);

/** A meeting with everything its page and its room need. */
export const meetingDetail = z.object({
  id,
  title: z.string(),
  group: meetingGroup,
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  link: z.string(),
  state: z.enum(meetingStates),
  chair: roomPerson.nullable(),
  version,
  items: z.array(agendaItem),
  /** Open actions of the group's earlier meetings: the meeting opens with them. */
  carriedActions: z.array(meetingAction),
  you: z.object({ personId: id, chair: z.boolean(), voice: z.boolean() }),
});

/** A decision as the minutes hold it. */
export const minutesDecision = z.object({
  id,
  itemId: id,
  text: z.string(),
  outcome: z.enum(roundOutcomes),
  decidedAt: instant,
  answers: z.array(
    z.object({ name: z.string(), answer: z.enum(consentAnswers), reason: z.string().nullable() }),
  ),
  unanswered: z.array(z.string()),
});
/** The minutes of a meeting: who was there, what was noted, decided and promised. */
export const meetingMinutes = z.object({
  meetingId: id,
  title: z.string(),
  groupName: z.string(),
  startsAt: instant,
  endsAt: instant,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  place: z.string(),
  state: z.enum(meetingStates),
  chairName: z.string().nullable(),
  approvedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  attendance: z.array(z.object({ personId: id, name: z.string(), voice: z.boolean(), arrivedAt: instant })),
  absent: z.array(roomPerson),
  items: z.array(
    z.object({
      id,
      position: z.number().int(),
      type: z.enum(agendaItemTypes),
      title: z.string(),
      ownerName: z.string().nullable(),
      notes: z.array(z.object({ id, text: z.string(), byName: z.string(), at: instant })),
      decisions: z.array(minutesDecision),
      /** Proposals that did not become decisions. */
      leftProposals: z.array(
        z.object({
          id,
          text: z.string(),
          byName: z.string(),
          state: z.enum(['proposed', 'blocked', 'withdrawn']),
        }),
      ),
      actions: z.array(meetingAction),
    }),
  ),
  /** Actions that belong to no item. */
  otherActions: z.array(meetingAction),
  canApprove: z.boolean(),
  canReopen: z.boolean(),
});
/** Which part of a room's log: everything after this number. */
export const roomEventsQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });

/** Types of what the web app reads and sends. */
export type MeetingGroupView = z.infer<typeof meetingGroup>;
/** A meeting with everything its page needs. */
export type MeetingDetailView = z.infer<typeof meetingDetail>;
/** One item of the agenda. */
export type AgendaItemView = z.infer<typeof agendaItem>;
/** An action as lists show it. */
export type MeetingActionView = z.infer<typeof meetingAction>;
/** The minutes of a meeting. */
export type MeetingMinutesView = z.infer<typeof meetingMinutes>;
/** One row of the list of meetings. */
export type MeetingListItemView = z.infer<typeof meetingListItem>;

import { z } from 'zod';
import { id, instant, plainDate } from '../lists.js';
import { consentAnswers, meetingText, meetingTextLimits, meetingTitle, roundOutcomes } from './vocabulary.js';

/** A person as the room names them. */
export const roomPerson = z.strictObject({ personId: id, name: z.string().max(200) });
/** A person as the room names them. */
export type RoomPerson = z.infer<typeof roomPerson>;

const reason = z.string().trim().min(1).max(meetingTextLimits.reason);

/** What each type of room event carries beside its number, time and author. */
export const roomEventBodies = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('meeting-opened') }),
  z.strictObject({ type: z.literal('meeting-closed') }),
  z.strictObject({ type: z.literal('meeting-reopened') }),
  z.strictObject({ type: z.literal('minutes-approved') }),
  z.strictObject({ type: z.literal('agenda-changed') }),
  z.strictObject({ type: z.literal('person-arrived'), voice: z.boolean() }),
  z.strictObject({ type: z.literal('item-started'), itemId: id.nullable() }),
  z.strictObject({
    type: z.literal('timer-started'),
    itemId: id.nullable(),
    seconds: z.number().int(),
    endsAt: instant,
  }),
  z.strictObject({ type: z.literal('timer-stopped') }),
  z.strictObject({ type: z.literal('speaker-queued') }),
  z.strictObject({ type: z.literal('speaker-withdrew') }),
  z.strictObject({ type: z.literal('speaker-called'), speaker: roomPerson }),
  z.strictObject({ type: z.literal('speech-ended') }),
  z.strictObject({ type: z.literal('note-added'), noteId: id, itemId: id, text: meetingText }),
  z.strictObject({ type: z.literal('proposal-made'), proposalId: id, itemId: id, text: meetingText }),
  z.strictObject({ type: z.literal('proposal-amended'), proposalId: id, text: meetingText }),
  z.strictObject({ type: z.literal('proposal-withdrawn'), proposalId: id }),
  z.strictObject({
    type: z.literal('round-opened'),
    proposalId: id,
    roundId: id,
    number: z.number().int(),
    text: meetingText,
  }),
  z.strictObject({
    type: z.literal('round-answered'),
    roundId: id,
    answer: z.enum(consentAnswers),
    reason: reason.nullable(),
  }),
  z.strictObject({
    type: z.literal('round-closed'),
    roundId: id,
    outcome: z.enum(roundOutcomes),
    unanswered: z.array(roomPerson).max(1000),
  }),
  z.strictObject({ type: z.literal('objection-withdrawn'), roundId: id }),
  z.strictObject({
    type: z.literal('decision-recorded'),
    decisionId: id,
    itemId: id,
    proposalId: id,
    roundId: id,
    text: meetingText,
  }),
  z.strictObject({
    type: z.literal('action-agreed'),
    actionId: id,
    itemId: id.nullable(),
    title: meetingTitle,
    owner: roomPerson,
    dueOn: plainDate,
  }),
  z.strictObject({ type: z.literal('action-done'), actionId: id }),
  z.strictObject({ type: z.literal('action-reopened'), actionId: id }),
]);
/** What a room event says, without number, time and author. */
export type RoomEventBody = z.infer<typeof roomEventBodies>;
/** The type of a room event. */
export type RoomEventType = RoomEventBody['type'];

/**
 * One event of a room's log. `sequence` counts from 1 without gaps in each room; `id` is the same whenever the event is
 * sent again; `commandId` is the client's own mark of the command that caused it.
 */
export const roomEvent = z.strictObject({
  sequence: z.number().int().min(1),
  id,
  commandId: id,
  at: instant,
  by: roomPerson,
  body: roomEventBodies,
});
/** One event of a room's log. */
export type RoomEvent = z.infer<typeof roomEvent>;

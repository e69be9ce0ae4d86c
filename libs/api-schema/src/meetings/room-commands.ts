import { z } from 'zod';
import { id, plainDate } from '../lists.js';
import { consentAnswers, meetingText, meetingTextLimits, meetingTitle } from './vocabulary.js';

/** Everything a participant may ask of a room. What each takes is refused when it holds more. */
export const roomCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move-to-item'), itemId: id.nullable() }),
  z.strictObject({ type: z.literal('start-timer'), seconds: z.number().int().min(10).max(14_400) }),
  z.strictObject({ type: z.literal('stop-timer') }),
  z.strictObject({ type: z.literal('ask-to-speak') }),
  z.strictObject({ type: z.literal('leave-queue') }),
  z.strictObject({ type: z.literal('call-speaker'), personId: id }),
  z.strictObject({ type: z.literal('end-speech') }),
  z.strictObject({ type: z.literal('add-note'), itemId: id, text: meetingText }),
  z.strictObject({ type: z.literal('make-proposal'), itemId: id, text: meetingText }),
  z.strictObject({ type: z.literal('amend-proposal'), proposalId: id, text: meetingText }),
  z.strictObject({ type: z.literal('withdraw-proposal'), proposalId: id }),
  z.strictObject({ type: z.literal('open-round'), proposalId: id }),
  z.strictObject({
    type: z.literal('answer-round'),
    roundId: id,
    answer: z.enum(consentAnswers),
    reason: z.string().trim().min(1).max(meetingTextLimits.reason).nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('close-round'),
    roundId: id,
    leaveOutUnanswered: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('withdraw-objection'), roundId: id }),
  z.strictObject({
    type: z.literal('agree-action'),
    itemId: id.nullable(),
    title: meetingTitle,
    ownerId: id,
    dueOn: plainDate,
  }),
  z.strictObject({ type: z.literal('mark-action-done'), actionId: id }),
  z.strictObject({ type: z.literal('reopen-action'), actionId: id }),
]);
/** Something a participant asks of a room. */
export type RoomCommand = z.infer<typeof roomCommand>;
/** The same before defaults are filled in: what a client sends. */
export type RoomCommandInput = z.input<typeof roomCommand>;
/** The type of a command. */
export type RoomCommandType = RoomCommand['type'];

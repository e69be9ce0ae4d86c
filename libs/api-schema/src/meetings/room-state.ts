import { z } from 'zod';
import { id, instant, plainDate } from '../lists.js';
import { roomPerson } from './room-events.js';
import { consentAnswers, meetingStates, roundOutcomes } from './vocabulary.js';

const answer = z.object({
  personId: id,
  name: z.string(),
  answer: z.enum(consentAnswers),
  reason: z.string().nullable(),
  withdrawn: z.boolean(),
});
const round = z.object({
  roundId: id,
  number: z.number().int(),
  text: z.string(),
  isOpen: z.boolean(),
  asked: z.array(roomPerson),
  answers: z.array(answer),
  outcome: z.enum(roundOutcomes).nullable(),
  unanswered: z.array(roomPerson),
});
const proposal = z.object({
  proposalId: id,
  itemId: id,
  text: z.string(),
  by: roomPerson,
  /** `proposed` waits for a round; `blocked` waits for an amendment or withdrawn objections. */
  state: z.enum(['proposed', 'in-round', 'adopted', 'blocked', 'withdrawn']),
  rounds: z.array(round),
});

/** Everything the log of one room adds up to at its `sequence`. */
export const roomState = z.object({
  sequence: z.number().int().min(0),
  meeting: z.enum(meetingStates),
  /** How often the agenda was changed while the log ran: a new number means "load the agenda again". */
  agendaVersion: z.number().int(),
  currentItemId: id.nullable(),
  timer: z.object({ itemId: id.nullable(), seconds: z.number().int(), endsAt: instant }).nullable(),
  attendees: z.array(z.object({ personId: id, name: z.string(), voice: z.boolean(), arrivedAt: instant })),
  speaking: roomPerson.nullable(),
  queue: z.array(roomPerson),
  notes: z.array(
    z.object({ noteId: id, itemId: id, text: z.string(), by: roomPerson, at: instant, commandId: id }),
  ),
  proposals: z.array(proposal),
  decisions: z.array(
    z.object({
      decisionId: id,
      itemId: id,
      proposalId: id,
      roundId: id,
      text: z.string(),
      outcome: z.enum(roundOutcomes),
      at: instant,
    }),
  ),
  actions: z.array(
    z.object({
      actionId: id,
      itemId: id.nullable(),
      title: z.string(),
      owner: roomPerson,
      dueOn: plainDate,
    }),
  ),
  /** Actions marked in this room, own or carried over: true = done, false = opened again. */
  markedActions: z.record(z.string(), z.boolean()),
});
/** Everything the log of one room adds up to. */
export type RoomState = z.infer<typeof roomState>;
/** A proposal with its rounds. */
export type RoomProposal = RoomState['proposals'][number];
/** One consent round of a proposal. */
export type RoomRound = RoomProposal['rounds'][number];
/** One participant's answer in a round. */
export type RoundAnswer = RoomRound['answers'][number];

/** A room nothing has happened in. */
export const emptyRoom: RoomState = {
  sequence: 0,
  meeting: 'planned',
  agendaVersion: 0,
  currentItemId: null,
  timer: null,
  attendees: [],
  speaking: null,
  queue: [],
  notes: [],
  proposals: [],
  decisions: [],
  actions: [],
  markedActions: {},
};

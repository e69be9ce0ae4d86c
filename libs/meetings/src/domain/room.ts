import type {
  ErrorCode,
  RoomCommand,
  RoomCommandType,
  RoomEventBody,
  RoomPerson,
  RoomProposal,
  RoomRound,
  RoomStanding,
  RoomState,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { closeRound, requireReason, requireRoundAllowed } from './consent-round.js';
import { requireOpen } from './meeting.js';

/** What the room cannot know from its own log, looked up before a command is decided. */
export interface RoomFacts {
  /** Items of this meeting's agenda. */
  readonly itemIds: ReadonlySet<string>;
  /** The person an action is to be given to, when they belong to the alliance. */
  readonly owner: RoomPerson | null;
  /** The action a command names, when it belongs to this meeting's group. */
  readonly action: { readonly ownerId: string; readonly isDone: boolean } | null;
  readonly now: Date;
  readonly newId: () => string;
}

type CommandOf<T extends RoomCommandType> = Extract<RoomCommand, { type: T }>;
type Decide<T extends RoomCommandType> = (given: {
  readonly state: RoomState;
  readonly command: CommandOf<T>;
  readonly you: RoomStanding;
  readonly facts: RoomFacts;
}) => RoomEventBody[];

const refuse = (code: ErrorCode): never => {
  throw new DomainError(code);
};
const requireChair = (you: RoomStanding): void => {
  if (!you.chair) refuse('meetings/only-chair');
};
const requireItem = (facts: RoomFacts, itemId: string | null): void => {
  if (itemId !== null && !facts.itemIds.has(itemId)) refuse('platform/not-found');
};
const isQueued = (state: RoomState, personId: string): boolean =>
  state.queue.some((one) => one.personId === personId);

function proposalOf(state: RoomState, proposalId: string): RoomProposal {
  return state.proposals.find((one) => one.proposalId === proposalId) ?? refuse('platform/not-found');
}
function roundOf(state: RoomState, roundId: string): { proposal: RoomProposal; round: RoomRound } {
  for (const proposal of state.proposals)
    for (const round of proposal.rounds) if (round.roundId === roundId) return { proposal, round };
  return refuse('platform/not-found');
}
function requireEditable(proposal: RoomProposal, you: RoomStanding): void {
  if (!you.chair && proposal.by.personId !== you.personId) refuse('meetings/not-your-proposal');
  if (proposal.state === 'in-round') refuse('meetings/round-is-open');
  if (proposal.state === 'adopted' || proposal.state === 'withdrawn') refuse('meetings/proposal-settled');
}
function requireMarkable(you: RoomStanding, facts: RoomFacts): { isDone: boolean } {
  const action = facts.action ?? refuse('platform/not-found');
  if (!you.chair && action.ownerId !== you.personId) refuse('meetings/not-your-action');
  return action;
}

const decisions: { [T in RoomCommandType]: Decide<T> } = {
  'move-to-item': ({ state, command, you, facts }) => {
    requireChair(you);
    requireItem(facts, command.itemId);
    if (command.itemId === state.currentItemId) return [];
    return [{ type: 'item-started', itemId: command.itemId }];
  },
  'start-timer': ({ state, command: { seconds }, you, facts }) => {
    requireChair(you);
    const endsAt = new Date(facts.now.getTime() + seconds * 1000).toISOString();
    return [{ type: 'timer-started', itemId: state.currentItemId, seconds, endsAt }];
  },
  'stop-timer': ({ state, you }) => {
    requireChair(you);
    return state.timer === null ? [] : [{ type: 'timer-stopped' }];
  },
  'ask-to-speak': ({ state, you }) =>
    isQueued(state, you.personId) ? refuse('meetings/already-waiting') : [{ type: 'speaker-queued' }],
  'leave-queue': ({ state, you }) =>
    isQueued(state, you.personId) ? [{ type: 'speaker-withdrew' }] : refuse('meetings/not-waiting'),
  'call-speaker': ({ state, command, you }) => {
    requireChair(you);
    const speaker = state.queue.find((one) => one.personId === command.personId);
    return speaker === undefined ? refuse('meetings/not-waiting') : [{ type: 'speaker-called', speaker }];
  },
  'end-speech': ({ state, you }) => {
    if (state.speaking === null) return refuse('meetings/not-speaking');
    if (state.speaking.personId !== you.personId) requireChair(you);
    return [{ type: 'speech-ended' }];
  },
  'add-note': ({ command: { itemId, text }, facts }) => {
    requireItem(facts, itemId);
    return [{ type: 'note-added', noteId: facts.newId(), itemId, text }];
  },
  'make-proposal': ({ command: { itemId, text }, facts }) => {
    requireItem(facts, itemId);
    return [{ type: 'proposal-made', proposalId: facts.newId(), itemId, text }];
  },
  'amend-proposal': ({ state, command: { proposalId, text }, you }) => {
    requireEditable(proposalOf(state, proposalId), you);
    return [{ type: 'proposal-amended', proposalId, text }];
  },
  'withdraw-proposal': ({ state, command: { proposalId }, you }) => {
    requireEditable(proposalOf(state, proposalId), you);
    return [{ type: 'proposal-withdrawn', proposalId }];
  },
  'open-round': ({ state, command: { proposalId }, you, facts }) => {
    requireChair(you);
    const proposal = proposalOf(state, proposalId);
    requireRoundAllowed(proposal);
    if (openRoundOf(state) !== null) refuse('meetings/round-is-open');
    if (!you.voice && !state.attendees.some((one) => one.voice)) refuse('meetings/nobody-to-ask');
    const number = proposal.rounds.length + 1;
    return [{ type: 'round-opened', proposalId, roundId: facts.newId(), number, text: proposal.text }];
  },
  'answer-round': ({ state, command: { roundId, answer, reason }, you }) => {
    const { round } = roundOf(state, roundId);
    if (!you.voice) refuse('meetings/no-voice');
    if (!round.isOpen) refuse('meetings/round-is-closed');
    requireReason(answer, reason);
    return [{ type: 'round-answered', roundId, answer, reason }];
  },
  'close-round': ({ state, command, you, facts }) => {
    requireChair(you);
    const { proposal, round } = roundOf(state, command.roundId);
    const { outcome, unanswered } = closeRound(round, command.leaveOutUnanswered);
    const closed: RoomEventBody = { type: 'round-closed', roundId: round.roundId, outcome, unanswered };
    if (outcome === 'blocked') return [closed];
    const { itemId, proposalId } = proposal;
    const decision = { itemId, proposalId, roundId: round.roundId, text: round.text };
    return [closed, { type: 'decision-recorded', decisionId: facts.newId(), ...decision }];
  },
  'withdraw-objection': ({ state, command: { roundId }, you }) => {
    const { proposal, round } = roundOf(state, roundId);
    const own = round.answers.find((one) => one.personId === you.personId);
    const isLast = proposal.rounds.at(-1)?.roundId === roundId;
    if (!isLast || proposal.state !== 'blocked' || own?.answer !== 'objection' || own.withdrawn)
      refuse('meetings/no-objection-of-yours');
    return [{ type: 'objection-withdrawn', roundId }];
  },
  'agree-action': ({ command: { itemId, title, dueOn }, facts }) => {
    requireItem(facts, itemId);
    const owner = facts.owner ?? refuse('meetings/owner-unknown');
    return [{ type: 'action-agreed', actionId: facts.newId(), itemId, title, owner, dueOn }];
  },
  'mark-action-done': ({ command: { actionId }, you, facts }) => {
    if (requireMarkable(you, facts).isDone) refuse('meetings/action-is-done');
    return [{ type: 'action-done', actionId }];
  },
  'reopen-action': ({ command: { actionId }, you, facts }) => {
    if (!requireMarkable(you, facts).isDone) refuse('meetings/action-is-open');
    return [{ type: 'action-reopened', actionId }];
  },
};

/** The round that is being answered right now, or null. One room runs one round at a time. */
export function openRoundOf(state: RoomState): RoomRound | null {
  return state.proposals.flatMap((one) => one.rounds).find((round) => round.isOpen) ?? null;
}

/**
 * What a command comes to: the events to store, none when it changes nothing, or a refusal. Pure: the same room, person
 * and facts always give the same answer.
 */
export function decideRoomCommand(
  state: RoomState,
  command: RoomCommand,
  you: RoomStanding,
  facts: RoomFacts,
): RoomEventBody[] {
  requireOpen(state.meeting);
  // The table holds, for each type, the decision on exactly that type; the compiler cannot follow the pairing.
  const decide = decisions[command.type] as Decide<RoomCommandType>;
  // Who speaks is here, whichever way they came in.
  return [...arrive(state, you), ...decide({ state, command, you, facts })];
}

/** What arriving in the room adds to the log: nothing when the person's attendance stands there already. */
export function arrive(state: RoomState, you: RoomStanding): RoomEventBody[] {
  if (state.meeting !== 'open') return [];
  const known = state.attendees.find((one) => one.personId === you.personId);
  return known?.voice === you.voice ? [] : [{ type: 'person-arrived', voice: you.voice }];
}

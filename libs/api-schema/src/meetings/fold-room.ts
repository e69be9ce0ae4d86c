import type { RoomEvent, RoomEventBody, RoomPerson } from './room-events.js';
import type { RoomProposal, RoomRound, RoomState } from './room-state.js';

type BodyOf<T extends RoomEventBody['type']> = Extract<RoomEventBody, { type: T }>;
type Fold<T extends RoomEventBody['type']> = (
  state: RoomState,
  body: BodyOf<T>,
  event: RoomEvent,
) => Partial<RoomState>;

const without = (people: readonly RoomPerson[], personId: string): RoomPerson[] =>
  people.filter((person) => person.personId !== personId);

const withProposal = (
  state: RoomState,
  proposalId: string,
  change: (proposal: RoomProposal) => Partial<RoomProposal>,
): Partial<RoomState> => ({
  proposals: state.proposals.map((proposal) =>
    proposal.proposalId === proposalId ? { ...proposal, ...change(proposal) } : proposal,
  ),
});

const withRound = (
  state: RoomState,
  roundId: string,
  change: (round: RoomRound) => Partial<RoomRound>,
  proposalState?: RoomProposal['state'],
): Partial<RoomState> => ({
  proposals: state.proposals.map((proposal) =>
    proposal.rounds.some((round) => round.roundId === roundId)
      ? {
          ...proposal,
          ...(proposalState === undefined ? {} : { state: proposalState }),
          rounds: proposal.rounds.map((round) =>
            round.roundId === roundId ? { ...round, ...change(round) } : round,
          ),
        }
      : proposal,
  ),
});

const voices = (state: RoomState): RoomPerson[] =>
  state.attendees.filter((one) => one.voice).map(({ personId, name }) => ({ personId, name }));

const arrivalOf = (state: RoomState, { personId }: RoomPerson): string | undefined =>
  state.attendees.find((one) => one.personId === personId)?.arrivedAt;

const askAlso = (round: RoomRound, person: RoomPerson, voice: boolean): RoomRound => {
  const others = without(round.asked, person.personId);
  return { ...round, asked: voice ? [...others, person] : others };
};

/** What stops when the meeting does: nobody speaks, no clock runs. */
const stillness: Partial<RoomState> = { timer: null, speaking: null, queue: [] };

const folds: { [T in RoomEventBody['type']]: Fold<T> } = {
  'meeting-opened': () => ({ meeting: 'open' }),
  'meeting-closed': () => ({ meeting: 'closed', ...stillness }),
  'meeting-reopened': () => ({ meeting: 'open' }),
  'minutes-approved': () => ({ meeting: 'minutes-approved' }),
  'agenda-changed': (state) => ({ agendaVersion: state.agendaVersion + 1 }),
  'person-arrived': (state, { voice }, { by, at }) => ({
    attendees: [
      ...state.attendees.filter((one) => one.personId !== by.personId),
      { ...by, voice, arrivedAt: arrivalOf(state, by) ?? at },
    ],
    // Who comes while a round is open is asked too: silence is not consent.
    proposals: state.proposals.map((proposal) => ({
      ...proposal,
      rounds: proposal.rounds.map((round) => (round.isOpen ? askAlso(round, by, voice) : round)),
    })),
  }),
  'item-started': (_state, { itemId }) => ({ currentItemId: itemId, ...stillness }),
  'timer-started': (_state, { itemId, seconds, endsAt }) => ({ timer: { itemId, seconds, endsAt } }),
  'timer-stopped': () => ({ timer: null }),
  'speaker-queued': (state, _body, { by }) => ({ queue: [...without(state.queue, by.personId), by] }),
  'speaker-withdrew': (state, _body, { by }) => ({ queue: without(state.queue, by.personId) }),
  'speaker-called': (state, { speaker }) => ({
    speaking: speaker,
    queue: without(state.queue, speaker.personId),
  }),
  'speech-ended': () => ({ speaking: null }),
  'note-added': (state, { noteId, itemId, text }, { by, at, commandId }) => ({
    notes: [...state.notes, { noteId, itemId, text, by, at, commandId }],
  }),
  'proposal-made': (state, { proposalId, itemId, text }, { by }) => ({
    proposals: [...state.proposals, { proposalId, itemId, text, by, state: 'proposed', rounds: [] }],
  }),
  'proposal-amended': (state, { proposalId, text }) =>
    withProposal(state, proposalId, () => ({ text, state: 'proposed' })),
  'proposal-withdrawn': (state, { proposalId }) =>
    withProposal(state, proposalId, () => ({ state: 'withdrawn' })),
  'round-opened': (state, { proposalId, roundId, number, text }) =>
    withProposal(state, proposalId, (proposal) => ({
      state: 'in-round',
      rounds: [
        ...proposal.rounds,
        {
          roundId,
          number,
          text,
          isOpen: true,
          asked: voices(state),
          answers: [],
          outcome: null,
          unanswered: [],
        },
      ],
    })),
  'round-answered': (state, { roundId, answer, reason }, { by }) =>
    withRound(state, roundId, (round) => ({
      answers: [
        ...round.answers.filter((one) => one.personId !== by.personId),
        { ...by, answer, reason, withdrawn: false },
      ],
    })),
  'round-closed': (state, { roundId, outcome, unanswered }) =>
    withRound(
      state,
      roundId,
      () => ({ isOpen: false, outcome, unanswered }),
      outcome === 'blocked' ? 'blocked' : 'adopted',
    ),
  'objection-withdrawn': (state, { roundId }, { by }) =>
    withRound(state, roundId, (round) => ({
      answers: round.answers.map((one) =>
        one.personId === by.personId && one.answer === 'objection' ? { ...one, withdrawn: true } : one,
      ),
    })),
  'decision-recorded': (state, { decisionId, itemId, proposalId, roundId, text }, { at }) => {
    const round = state.proposals.flatMap((one) => one.rounds).find((one) => one.roundId === roundId);
    const outcome = round?.outcome ?? 'adopted';
    return {
      decisions: [...state.decisions, { decisionId, itemId, proposalId, roundId, text, outcome, at }],
    };
  },
  'action-agreed': (state, { actionId, itemId, title, owner, dueOn }) => ({
    actions: [...state.actions, { actionId, itemId, title, owner, dueOn }],
  }),
  'action-done': (state, { actionId }) => ({ markedActions: { ...state.markedActions, [actionId]: true } }),
  'action-reopened': (state, { actionId }) => ({
    markedActions: { ...state.markedActions, [actionId]: false },
  }),
};

/** The room after the event that follows its `sequence`. Pure; never changes what it is given. */
function foldOne(state: RoomState, event: RoomEvent): RoomState {
  // The table holds, for each type, the fold of exactly that type; the compiler cannot follow the pairing.
  const fold = folds[event.body.type] as Fold<RoomEventBody['type']>;
  return { ...state, ...fold(state, event.body, event), sequence: event.sequence };
}

/** What came of receiving events: the state, and from which number the log has to be asked for again, if at all. */
export interface ReceivedEvents {
  readonly state: RoomState;
  /** Set when an event lies beyond the next one: ask for everything after this number. */
  readonly missingAfter: number | null;
}

/**
 * Takes events in whatever order they arrive. What is known already is dropped, what follows is folded in, what lies
 * beyond a gap is left: the log is asked for it again from `missingAfter`.
 */
export function receiveRoomEvents(state: RoomState, events: readonly RoomEvent[]): ReceivedEvents {
  let current = state;
  let missingAfter: number | null = null;
  for (const event of [...events].sort((a, b) => a.sequence - b.sequence)) {
    if (event.sequence <= current.sequence) continue;
    if (event.sequence > current.sequence + 1) {
      missingAfter = current.sequence;
      break;
    }
    current = foldOne(current, event);
  }
  return { state: current, missingAfter };
}

import fc from 'fast-check';
import {
  consentAnswers,
  emptyRoom,
  receiveRoomEvents,
  roomEvent,
  type RoomEvent,
  type RoomState,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { RoomInMemory, somebody } from './room.builder.js';

/** What may happen on the way from the server to a client. */
type Wire = { kind: 'deliver' | 'lose' | 'repeat' | 'reverse'; count: number };

const wire: fc.Arbitrary<Wire> = fc.record({
  kind: fc.constantFrom('deliver', 'lose', 'repeat', 'reverse'),
  count: fc.integer({ min: 1, max: 6 }),
});

/** A log made by chance, but only of what the rules allow. */
function logOf(choices: readonly number[]): RoomInMemory {
  const chair = somebody('Karen', { chair: true });
  const people = [chair, somebody('Anna'), somebody('Bo'), somebody('Sine', { voice: false })];
  const room = RoomInMemory.with(chair);
  const attempts = choices.map((choice) => () => {
    const who = people[choice % people.length] ?? chair;
    const itemId = room.items[choice % 2] ?? room.items[0];
    const proposal = room.state.proposals.at(-1);
    const round = proposal?.rounds.at(-1);
    const proposalId = proposal?.proposalId ?? room.items[0];
    const roundId = round?.roundId ?? room.items[0];
    const answer = consentAnswers[choice % 3] ?? 'consent';
    const owner = { personId: who.personId, name: who.name };
    switch (choice % 13) {
      case 0:
        room.arrive(who);
        return;
      case 1:
        return room.do(chair, { type: 'move-to-item', itemId });
      case 2:
        return room.do(chair, { type: 'start-timer', seconds: 60 });
      case 3:
        return room.do(who, { type: 'ask-to-speak' });
      case 4:
        return room.do(chair, { type: 'call-speaker', personId: who.personId });
      case 5:
        return room.do(who, { type: 'add-note', itemId, text: `note ${String(choice)}` });
      case 6:
        return room.do(who, { type: 'make-proposal', itemId, text: `forslag ${String(choice)}` });
      case 7:
        return room.do(chair, { type: 'open-round', proposalId });
      case 8:
      case 9:
        return room.do(who, { type: 'answer-round', roundId, answer, reason: 'fordi' });
      case 10:
        return room.do(chair, { type: 'close-round', roundId, leaveOutUnanswered: true });
      case 11:
        return room.do(chair, { type: 'amend-proposal', proposalId, text: `rettet ${String(choice)}` });
      default:
        return room.do(
          who,
          { type: 'agree-action', itemId, title: 'Ring', ownerId: who.personId, dueOn: '2026-12-01' },
          { owner },
        );
    }
  });
  for (const attempt of attempts) {
    try {
      attempt();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return room;
}

/** A client at the end of a bad line. It asks for the rest whenever it notices a gap, and once more at the end. */
function listen(log: readonly RoomEvent[], line: readonly Wire[]): RoomState {
  let state = emptyRoom;
  let position = 0;
  const hear = (events: readonly RoomEvent[]): void => {
    const heard = receiveRoomEvents(state, events);
    state = heard.state;
    const from = heard.missingAfter;
    if (from !== null) state = receiveRoomEvents(state, log.slice(from, position)).state;
  };
  for (const { kind, count } of line) {
    const batch = log.slice(position, position + count);
    position += batch.length;
    if (kind === 'deliver') hear(batch);
    if (kind === 'repeat') [batch, log.slice(Math.max(0, position - 4), position), batch].forEach(hear);
    if (kind === 'reverse')
      [...batch].reverse().forEach((event) => {
        hear([event]);
      });
  }
  return receiveRoomEvents(state, log.slice(state.sequence)).state;
}

const choices = fc.array(fc.nat(9999), { minLength: 1, maxLength: 120 });

describe('the log of a room', () => {
  it('adds up to the same state however messages were lost, repeated or turned round', () => {
    fc.assert(
      fc.property(choices, fc.array(wire, { maxLength: 60 }), (made, line) => {
        const room = logOf(made);
        expect(listen(room.log, line)).toEqual(room.state);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same state from a snapshot and the rest as from the beginning', () => {
    fc.assert(
      fc.property(choices, fc.nat(200), (made, cut) => {
        const { log, state } = logOf(made);
        const snapshot = receiveRoomEvents(emptyRoom, log.slice(0, cut)).state;
        expect(receiveRoomEvents(snapshot, log).state).toEqual(state);
      }),
    );
  });

  it('says from where it is missing something and takes nothing from beyond the gap', () => {
    const { log } = RoomInMemory.with(somebody('Karen', { chair: true }), somebody('Anna'), somebody('Bo'));
    const [first, , third, fourth] = log;
    if (!first || !third || !fourth) throw new Error('the room did not fill');
    const heard = receiveRoomEvents(emptyRoom, [fourth, first, third]);
    expect(heard.missingAfter).toBe(1);
    expect(heard.state.sequence).toBe(1);
  });

  it('holds only what its schema allows, so that it can be sent', () => {
    fc.assert(
      fc.property(choices, (made) => {
        for (const event of logOf(made).log) expect(roomEvent.parse(event)).toEqual(event);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps: no decision while an objection stood in its round', () => {
    fc.assert(
      fc.property(choices, (made) => {
        const { state } = logOf(made);
        const rounds = state.proposals.flatMap((one) => one.rounds);
        for (const decision of state.decisions) {
          const round = rounds.find((one) => one.roundId === decision.roundId);
          expect(round?.isOpen).toBe(false);
          expect(round?.answers.some((one) => one.answer === 'objection')).toBe(false);
          expect(round?.answers.length).toBeGreaterThan(0);
        }
        expect(rounds.filter((one) => one.isOpen).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

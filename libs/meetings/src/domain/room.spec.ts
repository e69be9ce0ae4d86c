import type { RoomStanding } from '#libs/api-schema';
import { isDomainError } from '#libs/kernel';
import { RoomInMemory, somebody } from '../../test/room.builder.js';

const refusal = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'allowed';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

describe('a meeting room', () => {
  let chair: RoomStanding, anna: RoomStanding, bo: RoomStanding, secretary: RoomStanding, room: RoomInMemory;
  const proposal = () => {
    const found = room.state.proposals.at(-1);
    if (!found) throw new Error('no proposal was made');
    return found;
  };
  const round = () => {
    const found = proposal().rounds.at(-1);
    if (!found) throw new Error('no round was opened');
    return found;
  };
  const propose = (by = anna) =>
    room.do(by, { type: 'make-proposal', itemId: room.items[0], text: 'Vi prøver det i et halvt år' });
  const openRound = () => room.do(chair, { type: 'open-round', proposalId: proposal().proposalId });
  const answer = (who: RoomStanding, given: 'consent' | 'concern' | 'objection', reason?: string) =>
    room.do(who, { type: 'answer-round', roundId: round().roundId, answer: given, reason: reason ?? null });
  const close = (leaveOutUnanswered = false) =>
    room.do(chair, { type: 'close-round', roundId: round().roundId, leaveOutUnanswered });

  beforeEach(() => {
    chair = somebody('Karen Holm', { chair: true });
    anna = somebody('Anna Lund');
    bo = somebody('Bo Krogh');
    secretary = somebody('Sine Vang', { voice: false });
    room = RoomInMemory.with(chair, anna, bo, secretary);
  });

  it('takes nothing before it is open', () => {
    const closed = new RoomInMemory();
    expect(refusal(() => closed.do(chair, { type: 'ask-to-speak' }))).toBe('meetings/not-opened-yet');
  });

  it('counts who speaks as here, whichever way they came in', () => {
    const late = somebody('Cecilie Munk');
    const said = room.do(late, { type: 'ask-to-speak' });
    expect(said.map((body) => body.type)).toEqual(['person-arrived', 'speaker-queued']);
    expect(room.do(late, { type: 'leave-queue' }).map((body) => body.type)).toEqual(['speaker-withdrew']);
  });

  it('counts a person as attending once, however often they come back', () => {
    const before = room.log.length;
    room.arrive(anna);
    room.arrive(anna);
    expect(room.log).toHaveLength(before);
    expect(room.state.attendees.map((one) => one.name)).toEqual([
      'Karen Holm',
      'Anna Lund',
      'Bo Krogh',
      'Sine Vang',
    ]);
  });

  it('is moved to another item by the chair only, which empties the queue and stops the clock', () => {
    const [first, second] = room.items;
    expect(refusal(() => room.do(anna, { type: 'move-to-item', itemId: first }))).toBe('meetings/only-chair');
    room.do(chair, { type: 'move-to-item', itemId: first });
    room.do(chair, { type: 'start-timer', seconds: 300 });
    room.do(anna, { type: 'ask-to-speak' });
    room.do(chair, { type: 'move-to-item', itemId: second });
    expect(room.state).toMatchObject({ currentItemId: second, timer: null, queue: [], speaking: null });
  });

  it('knows an item of another meeting as little as one that does not exist', () => {
    const foreign = new RoomInMemory().items[0];
    expect(refusal(() => room.do(chair, { type: 'move-to-item', itemId: foreign }))).toBe(
      'platform/not-found',
    );
    expect(refusal(() => room.do(anna, { type: 'add-note', itemId: foreign, text: 'x' }))).toBe(
      'platform/not-found',
    );
  });

  it('runs the clock to an instant, so that every screen shows the same', () => {
    room.do(chair, { type: 'start-timer', seconds: 90 });
    expect(room.state.timer?.endsAt).toBe('2026-11-23T14:01:30.000Z');
  });

  it('gives the word in the order of asking, and to whom the chair calls', () => {
    room.do(bo, { type: 'ask-to-speak' });
    room.do(anna, { type: 'ask-to-speak' });
    expect(refusal(() => room.do(bo, { type: 'ask-to-speak' }))).toBe('meetings/already-waiting');
    expect(room.state.queue.map((one) => one.name)).toEqual(['Bo Krogh', 'Anna Lund']);
    room.do(chair, { type: 'call-speaker', personId: anna.personId });
    expect(room.state.speaking?.name).toBe('Anna Lund');
    expect(room.state.queue.map((one) => one.name)).toEqual(['Bo Krogh']);
    expect(refusal(() => room.do(bo, { type: 'end-speech' }))).toBe('meetings/only-chair');
    room.do(anna, { type: 'end-speech' });
    expect(room.state.speaking).toBeNull();
  });

  it('records a decision when all consent, with the text that was put to the round', () => {
    propose();
    openRound();
    for (const who of [chair, anna]) answer(who, 'consent');
    expect(refusal(() => close())).toBe('meetings/answers-missing');
    answer(bo, 'concern', 'Hvem betaler?');
    close();
    expect(proposal().state).toBe('adopted');
    expect(room.state.decisions).toMatchObject([
      { text: 'Vi prøver det i et halvt år', outcome: 'adopted-with-concerns', itemId: room.items[0] },
    ]);
  });

  it('asks members of the group only, and also one who comes during the round', () => {
    propose();
    openRound();
    expect(refusal(() => answer(secretary, 'consent'))).toBe('meetings/no-voice');
    const late = somebody('Cecilie Munk');
    room.arrive(late);
    expect(round().asked.map((one) => one.name)).toEqual([
      'Karen Holm',
      'Anna Lund',
      'Bo Krogh',
      'Cecilie Munk',
    ]);
  });

  it('is blocked by an objection until the proposal is amended', () => {
    propose();
    openRound();
    answer(anna, 'consent');
    answer(bo, 'objection', 'Vi har ikke hænder til det');
    close();
    expect(proposal().state).toBe('blocked');
    expect(room.state.decisions).toEqual([]);
    expect(refusal(openRound)).toBe('meetings/proposal-blocked');
    expect(
      refusal(() => room.do(bo, { type: 'amend-proposal', proposalId: proposal().proposalId, text: 'x' })),
    ).toBe('meetings/not-your-proposal');
    room.do(anna, {
      type: 'amend-proposal',
      proposalId: proposal().proposalId,
      text: 'Vi prøver det i tre måneder',
    });
    openRound();
    for (const who of [chair, anna, bo]) answer(who, 'consent');
    close();
    expect(room.state.decisions).toMatchObject([{ text: 'Vi prøver det i tre måneder', outcome: 'adopted' }]);
    expect(round().number).toBe(2);
  });

  it('may be asked again once every objection was withdrawn', () => {
    propose();
    openRound();
    answer(bo, 'objection', 'For dyrt');
    answer(anna, 'objection', 'For tidligt');
    close();
    const { roundId } = round();
    room.do(bo, { type: 'withdraw-objection', roundId });
    expect(refusal(openRound)).toBe('meetings/proposal-blocked');
    expect(refusal(() => room.do(bo, { type: 'withdraw-objection', roundId }))).toBe(
      'meetings/no-objection-of-yours',
    );
    room.do(anna, { type: 'withdraw-objection', roundId });
    openRound();
    expect(round()).toMatchObject({ number: 2, isOpen: true });
  });

  it('lets an answer be changed while the round is open, and not after', () => {
    propose();
    openRound();
    answer(bo, 'objection', 'For dyrt');
    answer(bo, 'consent');
    answer(anna, 'consent');
    answer(chair, 'consent');
    close();
    expect(proposal().state).toBe('adopted');
    expect(refusal(() => answer(bo, 'objection', 'Alligevel'))).toBe('meetings/round-is-closed');
  });

  it('runs one round at a time and starts none without a member of the group', () => {
    propose();
    const first = proposal().proposalId;
    propose(bo);
    openRound();
    expect(refusal(() => room.do(chair, { type: 'open-round', proposalId: first }))).toBe(
      'meetings/round-is-open',
    );
    chair = somebody('Karen Holm', { chair: true, voice: false });
    room = RoomInMemory.with(chair);
    propose(chair);
    expect(refusal(openRound)).toBe('meetings/nobody-to-ask');
  });

  it('freezes a proposal while it is in a round and once it is settled', () => {
    propose();
    openRound();
    const withdraw = () => room.do(anna, { type: 'withdraw-proposal', proposalId: proposal().proposalId });
    expect(refusal(withdraw)).toBe('meetings/round-is-open');
    answer(anna, 'consent');
    close(true);
    expect(refusal(withdraw)).toBe('meetings/proposal-settled');
  });

  it('gives an action to a person of the alliance, to be marked done by its owner or the chair', () => {
    const owner = { personId: bo.personId, name: bo.name };
    const agree = {
      type: 'agree-action',
      itemId: null,
      title: 'Ring til værterne',
      ownerId: bo.personId,
      dueOn: '2026-12-01',
    } as const;
    expect(refusal(() => room.do(anna, agree))).toBe('meetings/owner-unknown');
    room.do(anna, agree, { owner });
    const actionId = room.state.actions[0]?.actionId ?? '';
    const mark = (who: RoomStanding, isDone: boolean) =>
      room.do(who, { type: 'mark-action-done', actionId }, { action: { ownerId: bo.personId, isDone } });
    expect(refusal(() => mark(anna, false))).toBe('meetings/not-your-action');
    expect(refusal(() => mark(bo, true))).toBe('meetings/action-is-done');
    mark(bo, false);
    expect(room.state.markedActions[actionId]).toBe(true);
  });

  it('never changes the state it is given', () => {
    const before = JSON.stringify(room.state);
    const frozen = room.state;
    propose();
    openRound();
    answer(anna, 'consent');
    expect(JSON.stringify(frozen)).toBe(before);
  });
});

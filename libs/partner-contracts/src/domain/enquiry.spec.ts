import fc from 'fast-check';
import { DomainError, isDomainError } from '#libs/kernel';
import { movesOpenTo, timingOf } from './enquiry-standing.js';
import { type Enquiry, type EnquiryMove, handOn, move, movesFrom, outcomeOf, receive } from './enquiry.js';

const bakery = '00000000-0000-7000-8000-00000000000a';
const smithy = '00000000-0000-7000-8000-00000000000b';
const garage = '00000000-0000-7000-8000-00000000000c';
const monday = new Date('2026-11-23T09:00:00Z');
const tuesday = new Date('2026-11-24T09:00:00Z');
const toSmithy = { kind: 'partner', organisationId: smithy } as const;
const toBente = { kind: 'coordinator', name: 'Bente Holm' } as const;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return 'no error';
}

describe('an enquiry that a partner receives', () => {
  const received = receive(bakery, 5, monday);

  it('is due at the end of the fifth day after, Danish time', () => {
    expect(received.responseDueAt.toISOString()).toBe('2026-11-28T23:00:00.000Z');
  });

  it('ends when the partner offers a place, and that is the answer', () => {
    const offered = move(received, 'offer', tuesday, true);
    expect(offered).toMatchObject({ state: 'offered', answeredAt: tuesday, endedAt: tuesday });
    expect(movesFrom(offered.state)).toEqual([]);
  });

  it('stays open when it is handed on, with the receiver, until they accept', () => {
    const handed = handOn(received, toSmithy, [], tuesday, true);
    expect(handed).toMatchObject({
      state: 'handed-on',
      holderId: smithy,
      handedOnById: bakery,
      endedAt: null,
    });
    expect(handed.answeredAt).toBe(tuesday);
    expect(move(handed, 'accept', tuesday)).toMatchObject({ state: 'accepted', holderId: smithy });
  });

  it('goes back to the one who handed on when the receiver declines', () => {
    const back = move(handOn(received, toSmithy, [], tuesday, true), 'decline', tuesday);
    expect(back).toMatchObject({ state: 'returned', holderId: bakery, handedOnById: null, endedAt: null });
  });

  it('stays with the partner while a coordinator has not accepted', () => {
    const handed = handOn(received, toBente, [], tuesday, true);
    expect(handed).toMatchObject({ holderId: bakery, handedOnById: bakery, coordinator: 'Bente Holm' });
    expect(move(handed, 'decline', tuesday)).toMatchObject({ state: 'returned', holderId: bakery });
  });

  it('cannot be handed to the one who has it, nor to one who has said no', () => {
    expect(codeOf(() => handOn(received, { kind: 'partner', organisationId: bakery }, [], monday))).toBe(
      'enquiries/handed-to-self',
    );
    expect(codeOf(() => handOn(received, toSmithy, [{ key: smithy, name: 'Smedjen' }], monday))).toBe(
      'enquiries/already-asked',
    );
    expect(codeOf(() => handOn(received, toBente, [{ key: 'Bente Holm', name: 'Bente Holm' }], monday))).toBe(
      'enquiries/already-asked',
    );
  });

  it('a hand-on that somebody else makes for the partner is not the partner’s answer', () => {
    expect(handOn(received, toSmithy, [], tuesday, false).answeredAt).toBeNull();
  });

  it('cannot be accepted or declined while nobody is asked', () => {
    expect(codeOf(() => move(received, 'accept', tuesday))).toBe('enquiries/not-now');
    expect(codeOf(() => move(received, 'decline', tuesday))).toBe('enquiries/not-now');
  });
});

describe('whatever is done to an enquiry', () => {
  const moves = fc.constantFrom<EnquiryMove>(
    'offer',
    'hand-on',
    'ask-for-help',
    'accept',
    'decline',
    'take-back',
    'withdraw',
  );
  const receivers = fc.constantFrom(toSmithy, toBente, { kind: 'partner', organisationId: garage } as const);

  it('it ends only by an offer, an accepted hand-on or withdrawal, and stays ended', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moves, receivers, fc.boolean()), { maxLength: 30 }), (walk) => {
        let enquiry: Enquiry = receive(bakery, 5, monday);
        for (const [what, receiver, byPartner] of walk) {
          const before = enquiry;
          try {
            enquiry =
              what === 'hand-on'
                ? handOn(enquiry, receiver, [], tuesday, byPartner)
                : move(enquiry, what, tuesday, byPartner);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            continue;
          }
          expect(before.endedAt).toBeNull();
          const ended = outcomeOf(enquiry.state) !== null;
          expect(enquiry.endedAt !== null).toBe(ended);
          if (ended) expect(['offer', 'accept', 'withdraw']).toContain(what);
          if (what === 'accept') expect(before.state).toBe('handed-on');
          expect(enquiry.handedOnById !== null).toBe(enquiry.state === 'handed-on');
          expect(enquiry.partnerId).toBe(bakery);
        }
      }),
    );
  });

  it('an open one always has a way on for somebody', () => {
    const everybody = [
      'holder',
      'coordinator',
      'giver',
      'secretariat',
      'caseworker',
      'young-person',
    ] as const;
    const handed = handOn(receive(bakery, 5, monday), toSmithy, [], monday, true);
    for (const enquiry of [receive(bakery, 5, monday), handed, move(handed, 'decline', monday)])
      expect(movesOpenTo(enquiry, everybody).length).toBeGreaterThan(1);
  });
});

describe('who may do what', () => {
  const received = receive(bakery, 5, monday);
  const toPartner = handOn(received, toSmithy, [], monday, true);
  const toCoordinator = handOn(received, toBente, [], monday, true);

  it('the partner offers, hands on or asks for help', () => {
    expect(movesOpenTo(received, ['holder'])).toEqual(['offer', 'hand-on', 'ask-for-help']);
  });

  it('the receiver accepts or declines; the one who handed on may take it back', () => {
    expect(movesOpenTo(toPartner, ['holder'])).toEqual(['accept', 'decline']);
    expect(movesOpenTo(toPartner, ['giver'])).toEqual(['take-back']);
    expect(movesOpenTo(toCoordinator, ['coordinator'])).toEqual(['accept', 'decline']);
    expect(movesOpenTo(toCoordinator, ['holder', 'giver'])).toEqual(['take-back']);
  });

  it('the secretariat helps along, but neither offers, accepts nor withdraws for others', () => {
    expect(movesOpenTo(received, ['secretariat'])).toEqual(['hand-on']);
    expect(movesOpenTo(toPartner, ['secretariat'])).toEqual(['take-back']);
  });

  it('nobody may do anything to what has ended', () => {
    const ended = move(received, 'offer', monday, true);
    expect(movesOpenTo(ended, ['holder', 'secretariat', 'caseworker', 'young-person'])).toEqual([]);
  });
});

describe('what the list says about time', () => {
  const received = receive(bakery, 5, monday);

  it('in time, then late, then an alarm, and nothing of that once it has ended', () => {
    expect(timingOf(received, 14, tuesday)).toBe('in-time');
    expect(timingOf(received, 14, new Date('2026-11-28T23:00:01Z'))).toBe('late');
    expect(timingOf(received, 14, new Date('2026-12-08T09:00:00Z'))).toBe('alarm');
    expect(timingOf(move(received, 'offer', tuesday), 14, new Date('2027-01-01T00:00:00Z'))).toBe('ended');
  });

  it('a hand-on that nobody accepts becomes late too', () => {
    const handed = handOn(received, toSmithy, [], tuesday, true);
    expect(timingOf(handed, 14, new Date('2026-11-29T12:00:00Z'))).toBe('in-time');
    expect(timingOf(handed, 14, new Date('2026-11-29T23:00:01Z'))).toBe('late');
  });
});

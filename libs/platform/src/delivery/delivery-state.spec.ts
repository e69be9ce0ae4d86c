import fc from 'fast-check';
import {
  afterAttempt,
  type DeliveryTransition,
  deliveryTransitions,
  nextState,
  retryMinutes,
} from './delivery-state.js';

const transitions = Object.keys(deliveryTransitions) as DeliveryTransition[];

describe('the life of a mail', () => {
  it('is sent only out of an attempt that the server accepted', () => {
    const ways = transitions.filter((name) => deliveryTransitions[name].to === 'sent');
    expect(ways).toEqual(['accepted']);
    expect(nextState('pending', 'accepted')).toBeUndefined();
    expect(nextState('failed', 'accepted')).toBeUndefined();
  });

  it('never leaves sent or dropped, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions), { maxLength: 30 }), (happenings) => {
        let state = nextState('sending', 'accepted') ?? 'pending';
        for (const happening of happenings) state = nextState(state, happening) ?? state;
        expect(state).toBe('sent');
        expect(transitions.every((name) => nextState('dropped', name) === undefined)).toBe(true);
      }),
    );
  });

  it('leaves uncertain only by the server’s late answer or when a person sends it again', () => {
    const ways = transitions.filter((name) => nextState('uncertain', name) !== undefined);
    expect(ways).toEqual(['accepted', 'resend']);
  });

  it('fails at once on a permanent refusal', () => {
    expect(afterAttempt({ kind: 'refused', permanent: true, code: '550' }, 1)).toEqual({
      transition: 'refused',
    });
  });

  it('waits longer after each temporary refusal and fails in the end', () => {
    const outcome = { kind: 'refused', permanent: false, code: '451' } as const;
    const waits = retryMinutes.map((_, index) => afterAttempt(outcome, index + 1).retryInMinutes);
    expect(waits).toEqual([...retryMinutes]);
    expect([...retryMinutes].sort((a, b) => a - b)).toEqual([...retryMinutes]);
    expect(afterAttempt(outcome, retryMinutes.length + 1)).toEqual({ transition: 'refused' });
  });

  it('is uncertain, and not tried again, when no answer came', () => {
    expect(afterAttempt({ kind: 'unknown', code: 'timeout' }, 1)).toEqual({ transition: 'lost' });
  });
});

import { insertEvent } from './feed-order.js';
import type { FeedEvent } from './feed-order.js';

function event(seq: number): FeedEvent {
  return {
    seq,
    id: `00000000-0000-7000-8000-00000000000${String(seq)}`,
    type: 'alliances.partner-added',
    occurredAt: '2026-11-23T12:00:00.000Z',
    actorName: null,
    subject: { kind: 'partner', id: '00000000-0000-7000-8000-000000000001' },
    payload: {},
  };
}

const seqs = (events: readonly FeedEvent[]): number[] => events.map(({ seq }) => seq);

describe('the feed', () => {
  it('stands newest first whatever order the events come in', () => {
    const events = [3, 1, 5, 2, 4].map(event).reduce<readonly FeedEvent[]>(insertEvent, []);
    expect(seqs(events)).toEqual([5, 4, 3, 2, 1]);
  });

  it('takes an event once', () => {
    const events = [1, 2, 2, 1, 2].map(event).reduce<readonly FeedEvent[]>(insertEvent, []);
    expect(seqs(events)).toEqual([2, 1]);
  });
});

import { freshenedBy } from './feed-freshens.js';

const alliance = '/api/v1/alliances/{allianceId}';

describe('an event makes stale', () => {
  it('everything of the alliance when its module says nothing narrower', () => {
    expect(freshenedBy('alliances.partner-added', `${alliance}/partners`)).toBe(true);
    expect(freshenedBy('somebody.did-something', `${alliance}/contracts/{contractId}`)).toBe(true);
  });

  it('never the feed itself, nor what belongs to no alliance', () => {
    expect(freshenedBy('alliances.partner-added', `${alliance}/feed`)).toBe(false);
    expect(freshenedBy('alliances.partner-added', '/api/v1/me')).toBe(false);
  });
});

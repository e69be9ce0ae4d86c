import { invitationExpiry, invitationState, refuseUnlessOpen, refuseWhenClosed } from './invitation.js';

const now = new Date('2026-11-24T09:00:00Z');
const later = new Date('2026-12-08T09:00:00Z');
const open = { expiresAt: later, acceptedAt: null, withdrawnAt: null };

describe('an invitation', () => {
  it('is open until the instant at which it expires', () => {
    expect(invitationState(open, now)).toBe('open');
    expect(invitationState(open, new Date(later.getTime() - 1))).toBe('open');
    expect(invitationState(open, later)).toBe('expired');
  });

  it('holds for fourteen days from when it is sent', () => {
    expect(invitationExpiry(now, 14)).toEqual(later);
  });

  it('that was accepted stays accepted, whatever the date', () => {
    expect(invitationState({ ...open, acceptedAt: now }, later)).toBe('accepted');
  });

  it('that was withdrawn is not called expired later', () => {
    expect(invitationState({ ...open, withdrawnAt: now }, later)).toBe('withdrawn');
  });

  it('tells its guest what is wrong', () => {
    expect(() => {
      refuseUnlessOpen(open, now);
    }).not.toThrow();
    expect(() => {
      refuseUnlessOpen(open, later);
    }).toThrow('alliances/invitation-expired');
    expect(() => {
      refuseUnlessOpen({ ...open, acceptedAt: now }, now);
    }).toThrow('alliances/invitation-accepted');
    expect(() => {
      refuseUnlessOpen({ ...open, withdrawnAt: now }, now);
    }).toThrow('alliances/invitation-withdrawn');
  });

  it('can be sent again when it has expired, but not when it was accepted or withdrawn', () => {
    expect(() => {
      refuseWhenClosed(open, later);
    }).not.toThrow();
    expect(() => {
      refuseWhenClosed({ ...open, acceptedAt: now }, now);
    }).toThrow('alliances/invitation-closed');
    expect(() => {
      refuseWhenClosed({ ...open, withdrawnAt: now }, now);
    }).toThrow('alliances/invitation-closed');
  });
});

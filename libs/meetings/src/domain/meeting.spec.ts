import type { MeetingState } from '#libs/api-schema';
import { isDomainError } from '#libs/kernel';
import { actionStanding } from './action.js';
import { requireAgendaEditable, requireTimesInOrder, stepMeeting, type MeetingStep } from './meeting.js';

const refusalOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('the life of a meeting', () => {
  it('runs from planned over open and closed to approved minutes', () => {
    const steps: MeetingStep[] = ['open', 'close', 'approve-minutes'];
    expect(steps.reduce<MeetingState>(stepMeeting, 'planned')).toBe('minutes-approved');
  });

  it('can be opened again until its minutes are approved', () => {
    expect(stepMeeting('closed', 'reopen')).toBe('open');
    expect(refusalOf(() => stepMeeting('minutes-approved', 'reopen'))).toBe('meetings/minutes-are-approved');
  });

  it.each<[MeetingState, MeetingStep, string]>([
    ['planned', 'close', 'meetings/not-opened-yet'],
    ['planned', 'approve-minutes', 'meetings/not-opened-yet'],
    ['open', 'open', 'meetings/already-open'],
    ['open', 'approve-minutes', 'meetings/already-open'],
    ['closed', 'close', 'meetings/already-closed'],
    ['closed', 'open', 'meetings/already-closed'],
    ['minutes-approved', 'close', 'meetings/minutes-are-approved'],
  ])('refuses, when %s, to %s', (state, step, code) => {
    expect(refusalOf(() => stepMeeting(state, step))).toBe(code);
  });

  it('lets the agenda be edited before and during the meeting, not after', () => {
    const editable = (state: MeetingState) =>
      refusalOf(() => {
        requireAgendaEditable(state);
      });
    expect(editable('planned')).toBe('allowed');
    expect(editable('open')).toBe('allowed');
    expect(editable('closed')).toBe('meetings/already-closed');
    expect(editable('minutes-approved')).toBe('meetings/minutes-are-approved');
  });

  it('ends after it starts', () => {
    const at = new Date('2026-11-23T14:00:00Z');
    expect(
      refusalOf(() => {
        requireTimesInOrder(at, at);
      }),
    ).toBe('meetings/ends-before-start');
    expect(
      refusalOf(() => {
        requireTimesInOrder(at, new Date(at.getTime() + 1));
      }),
    ).toBe('allowed');
  });
});

describe('an action', () => {
  it('is late from the day after its date, and never once it is done', () => {
    expect(actionStanding('2026-11-23', null, '2026-11-23')).toBe('open');
    expect(actionStanding('2026-11-23', null, '2026-11-24')).toBe('overdue');
    expect(actionStanding('2026-11-23', new Date(), '2026-12-24')).toBe('done');
  });
});

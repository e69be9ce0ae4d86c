import { nextReminderState, type ReminderTransition, reminderTransitions } from './reminder-state.js';

const transitions = Object.keys(reminderTransitions) as ReminderTransition[];

describe('the life of a reminder', () => {
  it('counts as sent only after it was on its way', () => {
    expect(nextReminderState('pending', 'sent')).toBeUndefined();
    expect(nextReminderState('failed', 'sent')).toBeUndefined();
    expect(nextReminderState('sending', 'sent')).toBe('sent');
  });

  it('is sent once, unless a person wants to be reminded again later', () => {
    expect(transitions.filter((name) => nextReminderState('sent', name) !== undefined)).toEqual(['snoozed']);
  });

  it('cannot be dropped once a server may have it', () => {
    expect(nextReminderState('uncertain', 'dropped')).toBeUndefined();
  });
});

import type { z } from 'zod';
import type { reminder, reminderRules } from '#libs/api-schema';

/** One line of the list of reminders. */
export type Reminder = z.infer<typeof reminder>;
/** All rules of the alliance. */
export type Rules = z.infer<typeof reminderRules>;
/** The rule of one kind. */
export type Rule = Rules['rules'][number];
/** When and how often anybody is written to. */
export type Settings = Rules['settings'];

/** Addresses this area asks. */
export const addresses = {
  list: '/api/v1/alliances/{allianceId}/reminders',
  scan: '/api/v1/alliances/{allianceId}/reminders/scan',
  snooze: '/api/v1/alliances/{allianceId}/reminders/{reminderId}/snooze',
  done: '/api/v1/alliances/{allianceId}/reminders/{reminderId}/done',
  resend: '/api/v1/alliances/{allianceId}/deliveries/{deliveryId}/resend',
  rules: '/api/v1/alliances/{allianceId}/reminder-rules',
  rule: '/api/v1/alliances/{allianceId}/reminder-rules/{kind}',
  settings: '/api/v1/alliances/{allianceId}/reminder-settings',
  mailTest: '/api/v1/mail-test',
  mailTestState: '/api/v1/mail-test/{deliveryId}',
} as const;

import { z } from 'zod';
import type { EventCatalogue } from '../catalogue.js';
import { id, instant, plainDate } from '../lists.js';

const text = z.string().max(200);
const here = { meetingId: id, meetingTitle: text };

/**
 * What meetings put in the alliance's log. Free text (proposals, notes, action titles) stays in the meeting, where it
 * can be corrected; the log cannot.
 */
export const meetingsEvents = {
  'meetings.group-created': {
    payload: z.strictObject({ groupName: text }),
    audience: ['secretariat', 'member'],
    da: 'Gruppen {groupName} blev oprettet',
    en: 'The group {groupName} was created',
  },
  'meetings.group-changed': {
    payload: z.strictObject({ groupName: text, members: z.number().int() }),
    audience: ['secretariat', 'member'],
    da: 'Gruppen {groupName} blev ændret og har nu {members} medlemmer',
    en: 'The group {groupName} was changed and now has {members} members',
  },
  'meetings.meeting-planned': {
    payload: z.strictObject({ meetingTitle: text, groupName: text, startsAt: instant }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Mødet {meetingTitle} blev planlagt for {groupName}',
    en: 'The meeting {meetingTitle} was planned for {groupName}',
  },
  'meetings.meeting-changed': {
    payload: z.strictObject({ meetingTitle: text, startsAt: instant }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Mødet {meetingTitle} blev ændret',
    en: 'The meeting {meetingTitle} was changed',
  },
  'meetings.agenda-changed': {
    payload: z.strictObject(here),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Dagsordenen for {meetingTitle} blev ændret',
    en: 'The agenda of {meetingTitle} was changed',
  },
  'meetings.meeting-opened': {
    payload: z.strictObject({ meetingTitle: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Mødet {meetingTitle} blev åbnet',
    en: 'The meeting {meetingTitle} was opened',
  },
  'meetings.meeting-closed': {
    payload: z.strictObject({ meetingTitle: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Mødet {meetingTitle} blev afsluttet',
    en: 'The meeting {meetingTitle} was closed',
  },
  'meetings.meeting-reopened': {
    payload: z.strictObject({ meetingTitle: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Mødet {meetingTitle} blev åbnet igen',
    en: 'The meeting {meetingTitle} was opened again',
  },
  'meetings.minutes-approved': {
    payload: z.strictObject({ meetingTitle: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Referatet af {meetingTitle} blev godkendt',
    en: 'The minutes of {meetingTitle} were approved',
  },
  'meetings.decision-recorded': {
    payload: z.strictObject({ ...here, itemTitle: text, concerns: z.number().int() }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Der blev truffet en beslutning om »{itemTitle}« på {meetingTitle}',
    en: 'A decision on “{itemTitle}” was made at {meetingTitle}',
  },
  'meetings.action-agreed': {
    payload: z.strictObject({ ...here, ownerName: text, dueOn: plainDate }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: '{ownerName} påtog sig en handling på {meetingTitle}',
    en: '{ownerName} took on an action at {meetingTitle}',
  },
  'meetings.action-done': {
    payload: z.strictObject({ ...here, ownerName: text, onTime: z.boolean() }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'En handling fra {meetingTitle} blev udført ({ownerName})',
    en: 'An action from {meetingTitle} was done ({ownerName})',
  },
  'meetings.action-handed-over': {
    payload: z.strictObject({ ...here, ownerName: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'En handling fra {meetingTitle} blev overladt til en uden konto ({ownerName})',
    en: 'An action from {meetingTitle} was handed to somebody without an account ({ownerName})',
  },
  'meetings.action-taken-back': {
    payload: z.strictObject({ ...here, ownerName: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'En handling fra {meetingTitle} blev taget tilbage ({ownerName})',
    en: 'An action from {meetingTitle} was taken back ({ownerName})',
  },
  'meetings.action-noted': {
    payload: z.strictObject({ ...here, ownerName: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'Der blev skrevet om en handling fra {meetingTitle} ({ownerName})',
    en: 'Something was written about an action from {meetingTitle} ({ownerName})',
  },
  'meetings.action-reopened': {
    payload: z.strictObject({ ...here, ownerName: text }),
    audience: ['secretariat', 'member', 'caseworker'],
    da: 'En handling fra {meetingTitle} blev åbnet igen ({ownerName})',
    en: 'An action from {meetingTitle} was opened again ({ownerName})',
  },
} as const satisfies EventCatalogue;

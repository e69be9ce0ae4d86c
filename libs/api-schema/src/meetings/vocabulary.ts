import { z } from 'zod';

/** What kind of group meets (domain.md: styregruppe, arbejdsgruppe, sekretariat). */
export const meetingGroupKinds = ['steering', 'working', 'secretariat', 'other'] as const;
/** A kind of group. */
export type MeetingGroupKind = (typeof meetingGroupKinds)[number];

/** The life of a meeting: planned → open → closed → minutes approved. */
export const meetingStates = ['planned', 'open', 'closed', 'minutes-approved'] as const;
/** A state of a meeting. */
export type MeetingState = (typeof meetingStates)[number];

/** What an agenda item asks of the group. */
export const agendaItemTypes = ['inform', 'discuss', 'decide'] as const;
/** A type of agenda item. */
export type AgendaItemType = (typeof agendaItemTypes)[number];

/** What a participant may answer in a consent round. */
export const consentAnswers = ['consent', 'concern', 'objection'] as const;
/** An answer in a consent round. */
export type ConsentAnswer = (typeof consentAnswers)[number];

/** What a closed consent round came to. */
export const roundOutcomes = ['adopted', 'adopted-with-concerns', 'blocked'] as const;
/** The outcome of a consent round. */
export type RoundOutcome = (typeof roundOutcomes)[number];

/** Which actions a list shows. */
export const actionFilters = ['open', 'overdue', 'done', 'all'] as const;
/** A filter on actions. */
export type ActionFilter = (typeof actionFilters)[number];

/** The longest texts the room takes, shared by forms and server. */
export const meetingTextLimits = { title: 200, text: 4000, reason: 1000, place: 300, link: 1000 } as const;

/** One line of text that may not be blank. */
export const meetingTitle = z.string().trim().min(1).max(meetingTextLimits.title);
/** A text that may not be blank. */
export const meetingText = z.string().trim().min(1).max(meetingTextLimits.text);

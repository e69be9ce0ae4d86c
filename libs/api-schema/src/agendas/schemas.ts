import { z } from 'zod';
import { id, instant, plainDate } from '../lists.js';
import { agendaAnswers, agendaParts, agendaStates, agendaSteps } from './vocabulary.js';

const line = (max: number) => z.string().trim().min(1).max(max);
const prose = (max: number) => z.string().trim().max(max);

/** The text of one version, short enough to be read on one page. Items keep their id from version to version. */
export const agendaContent = z.strictObject({
  title: line(200),
  problem: prose(2000),
  vision: prose(1000),
  mission: prose(1000),
  outcomes: z
    .array(
      z.strictObject({
        id,
        title: line(200),
        description: prose(1000),
        indicatorId: id.nullable().default(null),
      }),
    )
    .max(12),
  strategies: z.array(z.strictObject({ id, title: line(200), description: prose(1000) })).max(12),
  contributions: z
    .array(z.strictObject({ id, organisationId: id, commitment: line(500), outcomeId: id }))
    .max(400),
});
/** The text of one version. */
export type AgendaContent = z.infer<typeof agendaContent>;

/** Change the text of a draft: the whole page at once. */
export const agendaEdit = z.strictObject({ content: agendaContent });
/** Begin a draft from the version in force, or from a blank page with this title. */
export const agendaDraftInput = z.strictObject({ title: line(200).optional() });
/** Put a draft out: who is asked, and until when. */
export const agendaPutOut = z.strictObject({
  organisationIds: z.array(id).min(1).max(1000),
  answerBy: plainDate.nullable().default(null),
});
/** Ask one or more further organisations. */
export const agendaAsk = z.strictObject({ organisationIds: z.array(id).min(1).max(1000) });
/** Take a consultation back to draft. */
export const agendaTakeBack = z.strictObject({ reason: line(500) });
/** Declare a version adopted; when objections stand, say why nevertheless. */
export const agendaAdopt = z.strictObject({ despiteObjections: prose(2000).default('') });
/** An organisation's answer. */
export const agendaAnswerInput = z.strictObject({
  answer: z.enum(agendaAnswers),
  words: prose(2000).default(''),
});

/** One organisation and what it answered, null while it is awaited. */
export const agendaAnswered = z.object({
  organisationId: id,
  organisationName: z.string(),
  answer: z.enum(agendaAnswers).nullable(),
  words: z.string(),
  answeredBy: z.string().nullable(),
  recordedBySecretariat: z.boolean(),
  answeredAt: instant.nullable(),
  version: z.number().int(),
});
/** How the answers stand. */
export const agendaTally = z.object({
  asked: z.number().int(),
  consent: z.number().int(),
  concern: z.number().int(),
  objection: z.number().int(),
  awaited: z.number().int(),
});

const versionHead = {
  id,
  number: z.number().int(),
  state: z.enum(agendaStates),
  title: z.string(),
  createdAt: instant,
  putOutAt: instant.nullable(),
  adoptedAt: instant.nullable(),
};
/** One version, as a line of the list of versions. */
export const agendaVersionListed = z.object(versionHead);
/** One version with its text, who answered and who is awaited, and what the reader may do. */
export const agendaVersion = z.object({
  ...versionHead,
  content: agendaContent,
  answerBy: plainDate.nullable(),
  adoptedDespite: z.string(),
  takenBackReason: z.string(),
  version: z.number().int(),
  answers: z.array(agendaAnswered),
  tally: agendaTally,
  /** Names behind the ids in the text. */
  organisationNames: z.record(z.string(), z.string()),
  indicatorNames: z.record(z.string(), z.string()),
  may: z.object({
    edit: z.boolean(),
    steps: z.array(z.enum(agendaSteps)),
    ask: z.boolean(),
    answerFor: z.array(id),
  }),
});
/** The agenda: the version in force, the one being worked on, and all there are. */
export const agendaOverview = z.object({
  inForceId: id.nullable(),
  openId: id.nullable(),
  versions: z.array(agendaVersionListed),
  mayDraft: z.boolean(),
});

/** A stretch of text that stayed, went or came. */
export const textPiece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
/** One change between two versions, in reading order. */
export const agendaChange = z.object({
  part: z.enum(agendaParts),
  kind: z.enum(['changed', 'added', 'removed']),
  /** What the item is called, for items of a list. */
  about: z.string(),
  pieces: z.array(textPiece),
});
/** What is different between two versions. */
export const agendaDifference = z.object({
  from: z.object({ id, number: z.number().int() }),
  to: z.object({ id, number: z.number().int() }),
  changes: z.array(agendaChange),
});
/** Which version to compare with; the one before when nothing is said. */
export const agendaDifferenceQuery = z.strictObject({ from: id.optional() });
/** One version with its text and answers. */
export type AgendaVersion = z.output<typeof agendaVersion>;
/** One organisation and what it answered. */
export type AgendaAnswered = z.output<typeof agendaAnswered>;
/** The agenda and all its versions. */
export type AgendaOverview = z.output<typeof agendaOverview>;
/** What is different between two versions. */
export type AgendaDifference = z.output<typeof agendaDifference>;

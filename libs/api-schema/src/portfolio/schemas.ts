import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, page, plainDate } from '../lists.js';
import { initiativeStages, reviewDecisions } from './vocabulary.js';

const line = (max: number) => z.string().trim().min(1).max(max);
const prose = (max: number) => z.string().trim().max(max);

/** What is said of an initiative when it is made or changed. An idea may lack stop rule and review date. */
export const initiativeInput = z.strictObject({
  name: line(200),
  purpose: prose(4000).default(''),
  outcomeId: id.nullable().default(null),
  responsibleOrganisationId: id.nullable().default(null),
  /** Units of the daily operations that carry it, e.g. »Jobcenter Ung«. */
  operatingUnits: z.array(line(200)).max(20).default([]),
  stopRule: prose(1000).default(''),
  reviewOn: plainDate.nullable().default(null),
});
/** What is said of an initiative. */
export type InitiativeInput = z.infer<typeof initiativeInput>;

/** Move an initiative to another stage. Closing says why and what was learned. */
export const initiativeMove = z.strictObject({
  to: z.enum(initiativeStages),
  reason: prose(2000).default(''),
  learned: prose(4000).default(''),
});
/** A review: what was seen, what is decided, and when to look again (not when it is closed). */
export const initiativeReviewInput = z.strictObject({
  decision: z.enum(reviewDecisions),
  words: line(4000),
  nextReviewOn: plainDate.nullable().default(null),
  learned: prose(4000).default(''),
});

const fields = {
  id,
  name: z.string(),
  stage: z.enum(initiativeStages),
  outcomeId: id.nullable(),
  outcomeTitle: z.string().nullable(),
  responsibleOrganisationId: id.nullable(),
  responsibleOrganisationName: z.string().nullable(),
  operatingUnits: z.array(z.string()),
  stopRule: z.string(),
  reviewOn: plainDate.nullable(),
  reviewOverdue: z.boolean(),
  closedReason: z.string(),
  learned: z.string(),
  closedAt: instant.nullable(),
  version: z.number().int(),
};
/** An initiative as a line of the list or a card of the board. */
export const initiativeListed = z.object(fields);
/** One page of initiatives. */
export const initiativePage = page(initiativeListed);
/** An initiative with its reviews and moves, newest first, and what the reader may do. */
export const initiativeDetail = z.object({
  ...fields,
  purpose: z.string(),
  createdAt: instant,
  reviews: z.array(
    z.object({
      id,
      decision: z.enum(reviewDecisions),
      words: z.string(),
      nextReviewOn: plainDate.nullable(),
      reviewedBy: z.string(),
      reviewedAt: instant,
    }),
  ),
  moves: z.array(
    z.object({
      from: z.enum(initiativeStages),
      to: z.enum(initiativeStages),
      reason: z.string(),
      movedBy: z.string(),
      movedAt: instant,
    }),
  ),
  may: z.object({
    edit: z.boolean(),
    moveTo: z.array(z.enum(initiativeStages)),
    decide: z.array(z.enum(reviewDecisions)),
  }),
});
/** Which initiatives, in which order. */
export const initiativeQuery = listQuery(['name', 'reviewOn', 'created'], {
  stage: oneOrMore(z.enum(initiativeStages)),
  outcome: oneOrMore(id),
});
/** An initiative in the list. */
export type InitiativeListed = z.output<typeof initiativeListed>;
/** One page of initiatives. */
export type InitiativePage = z.output<typeof initiativePage>;
/** An initiative with its history. */
export type InitiativeDetail = z.output<typeof initiativeDetail>;

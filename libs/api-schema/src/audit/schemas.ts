import { z } from 'zod';
import { id, instant, listQuery, oneOrMore, plainDate } from '../lists.js';

/** Up to here it is counted how much of the history matches; a total of one more says "more than these". */
export const mostCounted = 10_000;

const words = z.string().trim().max(100).optional();
const filters = {
  /** First and last day, Copenhagen time. */
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** Who did it: a person's id. */
  actorId: id.optional(),
  /** The kind of thing: contract, partner … */
  kind: z.string().max(60).optional(),
  /** One thing: `kind:id`. */
  subject: z
    .string()
    .regex(/^[a-z][a-z-]{0,59}:[0-9a-f-]{36}$/)
    .optional(),
  type: oneOrMore(z.string().max(100)),
};

/** Which part of the history: newest first unless asked otherwise. */
export const auditQuery = listQuery(['seq'], filters).extend({
  q: words,
  sort: z.enum(['seq', '-seq']).default('-seq'),
});
/** Which part of the history to export. */
export const auditExportQuery = z.strictObject({ q: words, ...filters });

/** The export: a file's name and its text. */
export const auditExport = z.object({ name: z.string(), csv: z.string(), count: z.number().int() });

/** One thing that happened. */
export const auditEntry = z.object({
  seq: z.number().int(),
  id,
  type: z.string(),
  occurredAt: instant,
  actorKind: z.enum(['person', 'link', 'system']),
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  /** The API token the person acted by, if by one; its name for its owner and the secretariat. */
  token: z.object({ name: z.string().nullable() }).nullable(),
  subject: z.object({ kind: z.string(), id }),
  /** What the thing is called now, where the line does not say it: a person, a member, somebody invited. */
  subjectName: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});

/** What the history of an alliance can be narrowed to. */
export const auditFacets = z.object({
  types: z.array(z.string()),
  kinds: z.array(z.string()),
  people: z.array(z.object({ id, name: z.string() })),
});

/** Does the chain of an alliance's history hold? */
export const auditVerification = z.object({
  events: z.number().int(),
  head: z.string().nullable(),
  anchors: z.number().int(),
  findings: z.array(z.object({ kind: z.string(), seq: z.number().int(), anchoredAt: instant.nullable() })),
});

/** Check the history. */
export const beginHistoryCheck = z.strictObject({});
/** A check of the history, and what it found once it is done. `failed`: it could not be carried through. */
export const historyCheck = z.object({
  id,
  state: z.enum(['running', 'done', 'failed']),
  askedAt: instant,
  finishedAt: instant.nullable(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  found: auditVerification.nullable(),
});
/** The latest check; null when none was asked for yet. */
export const latestHistoryCheck = z.object({ check: historyCheck.nullable() });

/** One anchoring of all heads. */
export const anchor = z.object({
  id,
  anchoredAt: instant,
  cause: z.enum(['daily', 'demand']),
  fileName: z.string(),
  digest: z.string(),
  alliances: z.number().int(),
  mails: z.array(z.object({ state: z.string(), count: z.number().int() })),
  webhookStatus: z.number().int().nullable(),
  webhookFault: z.string().nullable(),
});
/** The latest anchorings, newest first. */
export const anchors = z.object({ items: z.array(anchor) });
/** Make an anchor now. */
export const anchorNow = z.strictObject({});

/** Where anchors go besides the file. */
export const anchorSetting = z.object({
  mailTo: z.array(z.string()),
  webhookUrl: z.string().nullable(),
  hasSecret: z.boolean(),
  version: z.number().int(),
});
/** Change where anchors go. */
export const keepAnchorSetting = z.strictObject({
  mailTo: z.array(z.email().max(254)).max(10),
  webhookUrl: z.string().trim().max(2000).nullable(),
});
/** The setting kept; a new address gets a new secret, shown this once. */
export const keptAnchorSetting = z.object({ secret: z.string().nullable() });

import { z } from 'zod';
import { id, instant, plainDate } from '../lists.js';
import { feedEvent } from '../platform/schemas.js';

/** One thing that waits for the person who looks; what they put off until later is not among them. */
export const overviewItem = z.object({
  reminderId: id,
  kind: z.string(),
  kindLabel: z.object({ da: z.string(), en: z.string() }),
  subject: z.object({ kind: z.string(), id }),
  title: z.object({ da: z.string(), en: z.string() }),
  detail: z.object({ da: z.string(), en: z.string() }).nullable(),
  path: z.string(),
  dueAt: instant,
  /** The day on which the thing ends, when that is what the reminder is about: until then it is not overdue. */
  endsOn: plainDate.nullable(),
  version: z.number().int(),
});

/** »Hvad har brug for mig, og hvad er sket siden sidst?« */
export const overview = z.object({
  /** The longest overdue first; at most 100. */
  due: z.array(overviewItem),
  /** How many there are in all. */
  dueTotal: z.number().int(),
  /** When the person last said that they had seen what changed; null the first time. */
  lastVisit: instant.nullable(),
  /** What has happened since (the first time: in the last week), newest first, at most 50; as far as the person's roles see it. */
  changes: z.array(feedEvent),
});

/** Say that one has seen what changed. */
export const noteVisit = z.strictObject({});

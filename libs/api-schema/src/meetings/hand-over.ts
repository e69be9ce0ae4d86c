import { z } from 'zod';
import { lines } from '../enquiries/text.js';
import { instant } from '../lists.js';

/** The most that is written about an action by whoever it was handed to. */
export const actionNoteLimit = 1000;

/** What the holder of an action's link says: it is done, or only a word about it. */
export const tellOfAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('done'), note: lines(actionNoteLimit).default('') }),
  z.strictObject({ do: z.literal('note'), note: lines(actionNoteLimit).min(1) }),
]);

/** Whom an action was handed to, and what was written about it. */
export const actionHandOver = z.object({
  helper: z
    .object({
      name: z.string(),
      /** Null for those who may not hand it over themselves. */
      email: z.string().nullable(),
      givenByName: z.string(),
      givenAt: instant,
    })
    .nullable(),
  notes: z.array(z.object({ authorName: z.string(), text: z.string(), writtenAt: instant })),
  /** Whether the reader may hand it over and take it back. */
  canHandOver: z.boolean(),
});
/** Whom an action was handed to, and what was written about it. */
export type ActionHandOver = z.output<typeof actionHandOver>;

import { z } from 'zod';
import { locales } from '../catalogue.js';
import { id, instant, listQuery, oneOrMore, page } from '../lists.js';
import { personName } from '../person-name.js';

/** How a link without account stands: it works, its time is over, it was used up, or it was ended. */
export const linkStates = ['open', 'expired', 'spent', 'revoked'] as const;
/** How a link stands. */
export type LinkState = (typeof linkStates)[number];

/** Which links: of the whole alliance, about one thing (`contract:<id>`), or one. */
export const linksQuery = listQuery(['createdAt', 'expiresAt', 'name'], {
  state: oneOrMore(z.enum(linkStates)),
  about: z
    .string()
    .max(120)
    .regex(/^[a-z][a-z-]*:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  linkId: id.optional(),
});

const both = z.object({ da: z.string(), en: z.string() });

/** A link that was given to somebody without an account. */
export const scopedLink = z.object({
  id,
  purpose: z.string(),
  /** What its holder may do with it. */
  label: both,
  /** The one thing it opens; null when that is gone. */
  about: z.object({ kind: z.string(), id, title: both, path: z.string() }).nullable(),
  /** Whom it was sent to; the address is null when it is a young person's. */
  to: z.object({ name: z.string(), email: z.string().nullable() }),
  createdAt: instant,
  expiresAt: instant,
  /** When its page was first shown; a mail filter may have looked too. */
  openedAt: instant.nullable(),
  /** Passed on by the holder of the link before it. */
  passedOn: z.boolean(),
  state: z.enum(linkStates),
  /** What may be done with it now; `handOut`: what is kept of its holder, and erase it. */
  may: z.object({
    revoke: z.boolean(),
    sendAgain: z.boolean(),
    passOn: z.boolean(),
    handOut: z.boolean(),
  }),
});
/** A link that was given to somebody without an account. */
export type ScopedLink = z.output<typeof scopedLink>;
/** A page of links. */
export const scopedLinks = page(scopedLink);

/** Give a link to somebody else: the one before ends. */
export const passOnLink = z.strictObject({
  name: personName.max(120),
  email: z.email().max(254),
  locale: z.enum(locales).default('da'),
});
/** Ending a link and sending it again take no input. */
export const noLinkInput = z.strictObject({}).nullish();

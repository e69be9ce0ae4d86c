import { z } from 'zod';
import { allianceRoles, locales } from '../catalogue.js';
import { id, instant } from '../lists.js';
import { oneTimeCode } from '../one-time-code.js';
import { personName } from '../person-name.js';

const email = z.email().max(254).trim();

/** Ask for a sign-in mail. The answer is the same whether the person exists or not. */
export const requestSignIn = z.strictObject({ email });
/** Spend the link of a sign-in mail. */
export const redeemSignIn = z.strictObject({ token: z.string().min(20).max(200) });
/** Spend the six digits of a sign-in mail. */
export const redeemSignInCode = z.strictObject({ email, code: oneTimeCode });
/** Take over a new installation with the link from its terminal. */
export const claimInstallation = z.strictObject({
  token: z.string().min(20).max(200),
  name: personName,
  email,
  locale: z.enum(locales).default('da'),
});
/** Change one's own name or language. */
export const updateMe = z.strictObject({ name: personName.optional(), locale: z.enum(locales).optional() });

/** Who is signed in, and where. */
export const me = z.object({
  person: z.object({
    id,
    name: z.string(),
    email: z.string(),
    locale: z.enum(locales),
    isAdmin: z.boolean(),
  }),
  alliances: z.array(
    z.object({
      id,
      slug: z.string(),
      name: z.string(),
      isExample: z.boolean(),
      roles: z.array(z.object({ role: z.enum(allianceRoles), organisationId: id.nullable() })),
    }),
  ),
  /** Alliances in which all the person's roles rest, and whom of the secretariat they can write to. */
  resting: z.array(
    z.object({
      id,
      slug: z.string(),
      name: z.string(),
      roles: z.array(z.enum(allianceRoles)),
      contacts: z.array(z.object({ name: z.string(), email: z.string() })),
    }),
  ),
  mode: z.object({ mailOnScreen: z.boolean() }),
});

/** One line of the alliance's feed. */
export const feedEvent = z.object({
  seq: z.number().int(),
  id,
  type: z.string(),
  occurredAt: instant,
  actorName: z.string().nullable(),
  subject: z.object({ kind: z.string(), id }),
  payload: z.record(z.string(), z.unknown()),
});
/** A piece of the feed, oldest first, and the last number there is. */
export const feedPage = z.object({ events: z.array(feedEvent), last: z.number().int() });
/** Which piece of the feed: after a number, or the newest before one. */
export const feedQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** RFC 9457 problem document. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string().optional(),
  correlationId: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** The thing that was made. */
export const created = z.object({ id });

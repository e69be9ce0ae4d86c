import { z } from 'zod';
import { allianceRoles, locales } from '../catalogue.js';
import { id, instant, listQuery, oneOrMore } from '../lists.js';
import { oneTimeCode } from '../one-time-code.js';

const email = z.email().max(254).trim();

/** Ask for a code to an address one wants to add. The answer is the same whoever has the address. */
export const askAddressCode = z.strictObject({ email });
/** Add an address with the code that was mailed to it. */
export const addAddress = z.strictObject({ email, code: oneTimeCode });
/** Name one of one's own addresses: to make it the primary one, or to remove it. */
export const ownAddress = z.strictObject({ email });
/** One's proven addresses, the primary one first. */
export const ownAddresses = z.object({
  items: z.array(z.object({ email: z.string(), isPrimary: z.boolean(), verifiedAt: instant })),
});

/** Whether a person may come in. */
export const personStates = ['active', 'deactivated', 'merged'] as const;
/** One state of a person. */
export type PersonState = (typeof personStates)[number];

/** What the administrator's list of people can be asked. */
export const personListQuery = listQuery(['name', 'created', 'used'], {
  state: oneOrMore(z.enum(personStates)),
});

/** A person in the administrator's list. */
export const personListItem = z.object({
  id,
  name: z.string(),
  email: z.string(),
  addresses: z.number().int(),
  isAdmin: z.boolean(),
  state: z.enum(personStates),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});

/** A person as the administrator sees them: never what they do in an alliance. */
export const personDetail = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale: z.enum(locales),
  isAdmin: z.boolean(),
  isYou: z.boolean(),
  state: z.enum(personStates),
  createdAt: instant,
  deactivatedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  sessions: z.number().int(),
  mergedInto: z.object({ id, name: z.string() }).nullable(),
  addresses: z.array(z.object({ email: z.string(), isPrimary: z.boolean(), verifiedAt: instant })),
  alliances: z.array(
    z.object({ id, name: z.string(), roles: z.array(z.enum(allianceRoles)), isResting: z.boolean() }),
  ),
});

/** Make somebody administrator, or no longer. */
export const setAdministrator = z.strictObject({ isAdmin: z.boolean() });

/** Which person is to be merged into another. */
export const mergePeople = z.strictObject({ fromId: id });
/** The same, as the query of the preview. */
export const mergePreviewQuery = z.strictObject({ fromId: id });

/** What a merge would do. */
export const mergePreview = z.object({
  from: z.object({ id, name: z.string(), emails: z.array(z.string()), isAdmin: z.boolean() }),
  into: z.object({ id, name: z.string(), emails: z.array(z.string()), isAdmin: z.boolean() }),
  alliances: z.array(z.object({ id, name: z.string(), roles: z.array(z.enum(allianceRoles)) })),
  /** How much goes over, by what it is: `meeting_action.owner_id`. */
  moves: z.array(z.object({ what: z.string(), count: z.number().int() })),
  endedSessions: z.number().int(),
});

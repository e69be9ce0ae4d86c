import { z } from 'zod';
import { allianceRoles } from '../catalogue.js';
import { id } from '../lists.js';

const both = z.object({ da: z.string(), en: z.string() });

/** Whose access is to be shown: a person's, all roles or one of them; or a role's, held by nobody in particular. */
export const viewAccess = z.union([
  z.strictObject({ personId: id, role: z.enum(allianceRoles).optional() }),
  z.strictObject({ role: z.enum(allianceRoles), organisationId: id.nullable().default(null) }),
]);

/** What somebody may see and do, in words and numbers; never what it says. */
export const accessView = z.object({
  /** Null for a role that nobody in particular holds. */
  name: z.string().nullable(),
  roles: z.array(z.object({ role: z.enum(allianceRoles), organisationName: z.string().nullable() })),
  subjects: z.array(
    z.object({
      subject: z.string(),
      label: both,
      /** Empty: nothing at all. */
      rules: z.array(z.object({ does: both, limits: both.nullable() })),
      note: both.nullable(),
    }),
  ),
  lists: z.array(
    z.object({
      key: z.string(),
      label: both,
      /** How many rows they would find; null when the number is so small that it would tell of people. */
      count: z.number().int().nullable(),
      names: z.array(z.string()),
    }),
  ),
});
/** What somebody may see and do. */
export type AccessView = z.output<typeof accessView>;

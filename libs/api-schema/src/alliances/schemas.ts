import { z } from 'zod';
import { id, listQuery, oneOrMore, plainDate } from '../lists.js';
import { personName } from '../person-name.js';
import { allianceSettings, membershipStatuses, organisationKinds } from './words.js';

const name = z.string().trim().min(1).max(200);
const blankIsNull = (text: string | null) => (text === '' ? null : text);
const optionalText = (max: number) =>
  z.string().trim().max(max).nullable().default(null).transform(blankIsNull);
const version = z.number().int();
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Start an alliance; whoever does becomes its secretariat. Without a slug one is made from the name. */
export const createAlliance = z.strictObject({
  name,
  purpose: z.string().trim().max(4000).default(''),
  slug: slug.optional(),
  horizonFrom: plainDate.nullable().default(null),
  horizonTo: plainDate.nullable().default(null),
});

/** Change what an alliance says of itself, and its numbers. */
export const editAlliance = z.strictObject({
  name,
  purpose: z.string().trim().max(4000),
  horizonFrom: plainDate.nullable(),
  horizonTo: plainDate.nullable(),
  settings: allianceSettings,
});

/** An alliance. */
export const alliance = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  isExample: z.boolean(),
  horizonFrom: plainDate.nullable(),
  horizonTo: plainDate.nullable(),
  settings: allianceSettings,
  version,
});

/** A partner's named contact. */
export const contactInput = z.strictObject({
  id: id.optional(),
  name: personName,
  email: z.email().max(254).nullable().default(null),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ().-]{6,30}$/)
    .nullable()
    .default(null),
  isPrimary: z.boolean().default(false),
});

/** All that can be edited of a partner at once. */
export const partnerInput = z.strictObject({
  kind: z.enum(organisationKinds).default('company'),
  name,
  cvr: optionalText(20),
  municipalityCode: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .default(null),
  sector: optionalText(80),
  industryCode: optionalText(10),
  address: optionalText(200),
  postalCode: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
  city: optionalText(80),
  employees: optionalText(20),
  takesApprentices: z.boolean().nullable().default(null),
  placementPlaces: z.number().min(0).max(99_999).nullable().default(null),
  joinedOn: plainDate.nullable().default(null),
  contactOwnerId: id.nullable().default(null),
  contacts: z.array(contactInput).max(20).default([]),
});
/** All that can be edited of a partner at once. */
export type PartnerInput = z.infer<typeof partnerInput>;

/** Pause, end or resume a partner's membership. */
export const changeMembership = z.strictObject({
  status: z.enum(membershipStatuses),
  effectiveOn: plainDate,
  reason: optionalText(500),
});

/**
 * What the list of partners can be asked. `contactOwner` takes person ids or `none`. Sorted by `match`, those whose name
 * begins with what is searched for stand first, then those whose name holds it, then the others.
 */
export const partnerListQuery = listQuery(['name', 'joined', 'city', 'match'], {
  kind: oneOrMore(z.enum(organisationKinds)),
  sector: oneOrMore(z.string().max(80)),
  city: oneOrMore(z.string().max(80)),
  status: oneOrMore(z.enum(membershipStatuses)),
  contractStatus: oneOrMore(z.string().max(40)),
  contactOwner: oneOrMore(z.union([id, z.literal('none')])),
});

/** A partner as the list shows it. */
export const partnerListItem = z.object({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  cvr: z.string().nullable(),
  sector: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(membershipStatuses),
  joinedOn: plainDate,
  contractStatus: z.string().nullable(),
  contactOwner: z.object({ id, name: z.string() }).nullable(),
  contact: z
    .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
});

/** What the list can be filtered by, with how many partners there are of each. */
export const partnerFacets = z.object({
  sectors: z.array(z.object({ value: z.string(), count: z.number().int() })),
  cities: z.array(z.object({ value: z.string(), count: z.number().int() })),
  contractStatuses: z.array(z.object({ value: z.string(), count: z.number().int() })),
  contactOwners: z.array(z.object({ value: id, name: z.string(), count: z.number().int() })),
  total: z.number().int(),
});

/** A partner with its contacts and its membership's history. */
export const partner = z.object({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  cvr: z.string().nullable(),
  municipalityCode: z.string().nullable(),
  sector: z.string().nullable(),
  industryCode: z.string().nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  employees: z.string().nullable(),
  takesApprentices: z.boolean().nullable(),
  placementPlaces: z.number().nullable(),
  version,
  /** How many people hold a role on the organisation's behalf: a pause rests them, leaving ends them. */
  people: z.number().int(),
  membership: z.object({
    status: z.enum(membershipStatuses),
    joinedOn: plainDate,
    statusSince: plainDate,
    contactOwner: z.object({ id, name: z.string(), email: z.string() }).nullable(),
    changes: z.array(
      z.object({
        status: z.enum(membershipStatuses),
        effectiveOn: plainDate,
        reason: z.string().nullable(),
        recordedBy: z.string().nullable(),
      }),
    ),
  }),
  contacts: z.array(
    z.object({
      id,
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      isPrimary: z.boolean(),
    }),
  ),
});

/** Which file partners are exported to, and which of them: the list's own filters. */
export const partnerExportQuery = partnerListQuery
  .omit({ limit: true, after: true })
  .extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') });

/** Load an example alliance. */
export const loadExample = z.strictObject({ example: z.enum(['ungegarantien']) });

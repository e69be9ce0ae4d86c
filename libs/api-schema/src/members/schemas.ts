import { z } from 'zod';
import { allianceRoles, locales } from '../catalogue.js';
import { id, instant } from '../lists.js';
import { oneTimeCode } from '../one-time-code.js';
import { personName } from '../person-name.js';

const name = personName;
const email = z.email().max(254).trim();

/** How long an invitation holds, in days, from each time it is sent. */
export const invitationDays = 14;

/** Roles that somebody holds on behalf of an organisation. */
export const rolesOfOrganisations = ['partner', 'caseworker'] as const;

/** A person's role in the alliance. */
export const member = z.object({
  id,
  personId: id,
  name: z.string(),
  email: z.string(),
  role: z.enum(allianceRoles),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  since: instant,
  /** Resting: by choice, or because the organisation is. */
  pausedBecause: z.enum(['person', 'organisation']).nullable(),
  /** The administrator has closed the person's access to the whole installation. */
  isDeactivated: z.boolean(),
  /** Partners of which the person is contact owner. */
  ownedPartners: z.number().int(),
});

/** Everybody who takes part in the alliance. */
export const memberList = z.object({ items: z.array(member) });

/** Invite a person to take part; who they are by mail, or by a link that the secretariat passes on itself. */
export const invitePerson = z
  .strictObject({
    name,
    email,
    locale: z.enum(locales).default('da'),
    role: z.enum(allianceRoles),
    organisationId: id.nullable().default(null),
    by: z.enum(['mail', 'link']).default('mail'),
  })
  .refine((given) => !['partner', 'caseworker'].includes(given.role) || given.organisationId !== null, {
    path: ['organisationId'],
    message: 'alliances/role-needs-organisation',
  });

/** The invitation that was made; the link is shown this once, and only when it goes by link. */
export const invited = z.object({ id, link: z.string().nullable() });
/** A new link to an invitation, shown this once. */
export const invitationLink = z.object({ link: z.string() });

/** Where an invitation stands. */
export const invitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
/** One state of an invitation. */
export type InvitationState = (typeof invitationStates)[number];

/** An invitation as the secretariat sees it. */
export const invitation = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(allianceRoles),
  organisationName: z.string().nullable(),
  state: z.enum(invitationStates),
  invitedBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
  /** How many mails were queued for it, and what became of the latest. */
  mails: z.number().int(),
  mailState: z.string().nullable(),
  hasLink: z.boolean(),
  acceptedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
  /** The address it was accepted on, when that is another one than the invited. */
  acceptedOn: z.string().nullable(),
});
/** The alliance's invitations, the open ones first. */
export const invitationList = z.object({ items: z.array(invitation) });

/** What somebody who holds the link of an invitation sees before they accept. */
export const openInvitation = z.object({
  allianceName: z.string(),
  slug: z.string(),
  invitedBy: z.string().nullable(),
  name: z.string(),
  role: z.enum(allianceRoles),
  organisationName: z.string().nullable(),
  expiresAt: instant,
  locale: z.enum(locales),
  /** The invited address, for the holder of the mail; hidden from the holder of a copied link. */
  email: z.string().nullable(),
  /** Whether the link itself proves an address: a mailed one does. */
  provesAddress: z.boolean(),
  /** Whether somebody with the proved address can sign in already; null where nothing is proved. */
  hasAccount: z.boolean().nullable(),
  /** Whoever is signed in in this browser, and whether it is the invited person. */
  signedInAs: z.object({ name: z.string(), email: z.string(), isInvited: z.boolean() }).nullable(),
});

/** Ask for a code to the address with which one wants to accept by a copied link. */
export const askInvitationCode = z.strictObject({ email });

/** Accept. A name where there is no account yet; address and code where the link proves none. */
export const acceptInvitation = z.strictObject({
  name: name.optional(),
  locale: z.enum(locales).default('da'),
  email: email.optional(),
  code: oneTimeCode.optional(),
});
/** Where to go on, and whether this browser is signed in now. */
export const acceptedInvitation = z.object({ slug: z.string(), signedIn: z.boolean() });

/** Open invitations to one of one's own proven addresses. */
export const myInvitations = z.object({
  items: z.array(
    z.object({
      id,
      allianceName: z.string(),
      invitedBy: z.string().nullable(),
      role: z.enum(allianceRoles),
      organisationName: z.string().nullable(),
      expiresAt: instant,
    }),
  ),
});

/** Leave the alliance, named once more: it cannot be undone by oneself. */
export const leaveAlliance = z.strictObject({ slug: z.string().min(1).max(80) });

/** What leaving the alliance would leave behind. */
export const leaving = z.object({
  roles: z.array(z.object({ role: z.enum(allianceRoles), organisationName: z.string().nullable() })),
  ownedPartners: z.number().int(),
  isLastOfSecretariat: z.boolean(),
});

/** Hand one, some or all partners of one contact owner over to another. */
export const handOverPartners = z.strictObject({
  fromId: id,
  toId: id,
  partnerIds: z.union([z.literal('all'), z.array(id).min(1).max(500)]).default('all'),
});
/** How many partners got a new contact owner. */
export const handedOver = z.object({ partners: z.number().int() });

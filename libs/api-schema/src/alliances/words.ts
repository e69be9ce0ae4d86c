import { z } from 'zod';

/** What kind of organisation takes part in an alliance. */
export const organisationKinds = [
  'company',
  'municipality',
  'school',
  'civil_society',
  'foundation',
  'region',
] as const;
/** One kind of organisation. */
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles whose people can be a partner's contact owner: they work with the partners from day to day. */
export const contactOwnerRoles = ['secretariat', 'caseworker'] as const;

/** Kinds of organisation that help young people themselves and so have caseworkers: a company takes them in. */
export const caseworkerKinds: readonly OrganisationKind[] = organisationKinds.filter(
  (kind) => kind !== 'company',
);

/** An organisation's place in the alliance at present. */
export const membershipStatuses = ['joined', 'paused', 'left'] as const;
/** One membership status. */
export type MembershipStatus = (typeof membershipStatuses)[number];

/** What a column of a partner list may hold. */
export const partnerFields = [
  'name',
  'cvr',
  'kind',
  'sector',
  'industryCode',
  'address',
  'postalCode',
  'city',
  'contactName',
  'email',
  'phone',
  'employees',
  'takesApprentices',
  'joinedOn',
  'placementPlaces',
] as const;
/** One field of a partner list. */
export type PartnerField = (typeof partnerFields)[number];

/** Where an import is. */
export const importStates = [
  'reading',
  'unreadable',
  'preview',
  'importing',
  'imported',
  'undoing',
  'undone',
] as const;
/** One state of an import. */
export type ImportState = (typeof importStates)[number];

/** What a row of an import is judged to be. */
export const rowVerdicts = ['new', 'match', 'unchanged', 'problem', 'empty'] as const;
/** One verdict on a row. */
export type RowVerdict = (typeof rowVerdicts)[number];

/** What became of a row when the import was carried out. */
export const rowEffects = ['created', 'updated', 'unchanged', 'skipped'] as const;
/** One effect of a row. */
export type RowEffect = (typeof rowEffects)[number];

/** Numbers an alliance may set for itself, with what holds until it does. */
export const allianceSettings = z.strictObject({
  /** Days a partner has to answer an enquiry, where its contract says nothing else. */
  enquiryResponseDays: z.number().int().min(1).max(60).default(5),
  /** Days after which an open chain of enquiries raises an alarm. */
  enquiryAlarmDays: z.number().int().min(1).max(365).default(21),
  /** Days after which an unsigned contract is reminded of. */
  contractReminderDays: z.number().int().min(1).max(90).default(7),
  /** Days past its date after which an action is reminded of. */
  actionReminderDays: z.number().int().min(0).max(90).default(1),
  /** Length of a guarantee contract, in months. */
  contractMonths: z.number().int().min(1).max(120).default(24),
  /** Fewest people a published cell may stand for: never below five (domain.md, disclosure control). */
  smallestCell: z.number().int().min(5).max(50).default(5),
});
/** The numbers of one alliance, complete. */
export type AllianceSettings = z.infer<typeof allianceSettings>;

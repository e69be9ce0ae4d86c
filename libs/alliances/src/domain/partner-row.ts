import type { Finding, OrganisationKind, PartnerField } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Contact, Partner } from './partner.js';
import { orderContacts, primaryContact } from './partner.js';

/** What a row of a partner list says, read but not judged; null is a blank (or unreadable) cell. */
export interface RowValues {
  readonly name: string | null;
  readonly cvr: string | null;
  readonly kind: OrganisationKind | null;
  readonly sector: string | null;
  readonly industryCode: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly contactName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly employees: string | null;
  readonly takesApprentices: boolean | null;
  readonly joinedOn: PlainDate | null;
  readonly placementPlaces: number | null;
}

/** A row with what was found while its cells were read. */
export interface ReadRow {
  readonly line: number;
  readonly skipped: boolean;
  /** Nothing but blank cells. */
  readonly isEmpty: boolean;
  readonly values: RowValues;
  readonly findings: readonly Finding[];
}

/** One field that a row would change. */
export interface FieldChange {
  readonly field: PartnerField;
  readonly from: string | null;
  readonly to: string;
}

const ownFields = [
  'name',
  'cvr',
  'kind',
  'sector',
  'industryCode',
  'address',
  'postalCode',
  'city',
  'employees',
  'takesApprentices',
  'joinedOn',
  'placementPlaces',
] as const;

/** A partner as a row of the list would say it. */
export function valuesOf(partner: Partner): RowValues {
  const contact = primaryContact(partner);
  return {
    ...partner,
    contactName: contact?.name ?? null,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
  };
}

/** The partner after a row is taken in. A blank cell never takes anything away. */
export function applyRow(partner: Partner, values: RowValues, newId: () => string): Partner {
  const given = ownFields.filter((field) => values[field] !== null);
  const taken = Object.fromEntries(given.map((field) => [field, values[field]]));
  return { ...partner, ...taken, contacts: applyContact(partner.contacts, values, newId) };
}

/** A new partner from a row; the row has a name. */
export function partnerFrom(
  values: RowValues,
  ids: { organisationId: string; newId: () => string },
  today: PlainDate,
): Partner {
  const blank: Partner = {
    organisationId: ids.organisationId,
    version: 1,
    kind: 'company',
    name: '',
    cvr: null,
    municipalityCode: null,
    sector: null,
    industryCode: null,
    address: null,
    postalCode: null,
    city: null,
    employees: null,
    takesApprentices: null,
    placementPlaces: null,
    joinedOn: today,
    contactOwnerId: null,
    contacts: [],
  };
  return applyRow(blank, values, ids.newId);
}

/** What taking the row in would change of the partner, field by field, as text. */
export function changesOf(partner: Partner, values: RowValues): FieldChange[] {
  const before = valuesOf(partner);
  const after = valuesOf(applyRow(partner, values, () => ''));
  return (Object.keys(values) as PartnerField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: asText(before[field]), to: asText(after[field]) ?? '' }));
}

/**
 * A row's contact: the one with that mail is brought up to date; another name with another mail joins as the
 * primary one and nobody is lost; otherwise the primary one is completed. Without a name the mail serves as one.
 */
function applyContact(
  contacts: readonly Contact[],
  values: RowValues,
  newId: () => string,
): readonly Contact[] {
  const { contactName, email, phone } = values;
  if (contactName === null && email === null && phone === null) return contacts;
  const known = contacts.find((contact) => email !== null && contact.email === email);
  const primary = contacts.find((contact) => contact.isPrimary);
  const isSomebodyElse =
    primary !== undefined &&
    contactName !== null &&
    email !== null &&
    primary.email !== null &&
    primary.name !== contactName;
  const meant = known ?? (isSomebodyElse ? undefined : primary);
  const updated: Contact = {
    id: meant?.id ?? newId(),
    name: contactName ?? meant?.name ?? email ?? phone ?? '',
    email: email ?? meant?.email ?? null,
    phone: phone ?? meant?.phone ?? null,
    isPrimary: true,
  };
  const others = contacts.filter((contact) => contact !== meant);
  return orderContacts([updated, ...others.map((contact) => ({ ...contact, isPrimary: false }))]);
}

function asText(value: string | number | boolean | null): string | null {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

import type { ErrorCode, OrganisationKind } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import { DomainError } from '#libs/kernel';

/** A partner's named contact; need not be a person of the platform. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isPrimary: boolean;
}

/** What is kept of a partner and can be edited; its version rises with every change of any of it. */
export interface Partner {
  readonly organisationId: string;
  readonly version: number;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly cvr: string | null;
  readonly municipalityCode: string | null;
  readonly sector: string | null;
  readonly industryCode: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly employees: string | null;
  readonly takesApprentices: boolean | null;
  readonly placementPlaces: number | null;
  readonly joinedOn: PlainDate;
  readonly contactOwnerId: string | null;
  readonly contacts: readonly Contact[];
}

/**
 * Puts a partner's contacts in order: one of them is the primary one, the first when none is named.
 * @throws DomainError alliances/two-primary-contacts
 */
export function orderContacts(contacts: readonly Contact[]): Contact[] {
  const primaries = contacts.filter((contact) => contact.isPrimary).length;
  if (primaries > 1) throw new DomainError<ErrorCode>('alliances/two-primary-contacts', {}, 'contacts');
  if (primaries === 1) return [...contacts].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return contacts.map((contact, at) => ({ ...contact, isPrimary: at === 0 }));
}

/** The contact that mails go to, if there is one. */
export function primaryContact(partner: Pick<Partner, 'contacts'>): Contact | undefined {
  return partner.contacts.find((contact) => contact.isPrimary);
}

/** The names of what differs between two states of a partner; empty when nothing does. */
export function changedFields(before: Partner, after: Partner): string[] {
  const keys = (Object.keys(after) as (keyof Partner)[]).filter((key) => key !== 'version');
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

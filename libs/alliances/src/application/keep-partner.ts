import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode, PartnerInput } from '#libs/api-schema';
import { type Clock, copenhagenDate, DomainError, newId, normaliseEmail, parseCvr } from '#libs/kernel';
import {
  type Actor,
  CLOCK,
  notFound,
  readPhone,
  tidyText,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { changedFields, type Contact, orderContacts, type Partner } from '../domain/partner.js';
import { HandOverPartners, refuseAsOwner } from './hand-over-partners.js';
import { PartnerRepository } from './partner.repository.js';

/** Adds a partner by hand, and edits one. */
@Injectable()
export class KeepPartner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly partners: PartnerRepository,
    private readonly handingOver: HandOverPartners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a partner into the alliance.
   * @throws DomainError alliances/cvr-invalid, -cvr-taken, -contact-owner-unknown, -contact-owner-role, -two-primary-contacts
   */
  add(actor: Actor, input: PartnerInput): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const partner = { ...this.partnerFrom(input, []), organisationId: newId(), version: 1 };
      await this.refuseTaken(tx, partner, null);
      await this.partners.insert(tx, [partner]);
      const subject = { kind: 'partner', id: partner.organisationId };
      await tx.append('alliances.partner-added', subject, { organisationName: partner.name });
      return { id: partner.organisationId };
    });
  }

  /**
   * Keeps all of a partner as it is given; contacts that are not named go.
   * @param version the edit is based on
   * @throws DomainError platform/not-found, platform/stale, alliances/contact-unknown, and as {@link add}
   */
  edit(actor: Actor, organisationId: string, version: number, input: PartnerInput): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const before = await this.partners.findById(tx, organisationId);
      if (before === undefined) throw notFound();
      if (before.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      const joinedOn = input.joinedOn ?? before.joinedOn;
      const after = { ...this.partnerFrom({ ...input, joinedOn }, before.contacts), organisationId, version };
      const fields = changedFields(before, after);
      if (fields.length === 0) return;
      await this.refuseTaken(tx, after, before.contactOwnerId);
      await this.partners.update(tx, [after]);
      const subject = { kind: 'partner', id: organisationId };
      await tx.append('alliances.partner-changed', subject, { organisationName: after.name, fields });
      if (after.contactOwnerId !== null && after.contactOwnerId !== before.contactOwnerId)
        await this.handingOver.tell(tx, before.contactOwnerId, after.contactOwnerId, [
          { id: organisationId, name: after.name },
        ]);
    });
  }

  private partnerFrom(
    input: PartnerInput,
    known: readonly Contact[],
  ): Omit<Partner, 'organisationId' | 'version'> {
    const cvr = input.cvr === null ? null : parseCvr(input.cvr);
    if (input.cvr !== null && cvr === null)
      throw new DomainError<ErrorCode>('alliances/cvr-invalid', {}, 'cvr');
    const today = copenhagenDate(this.clock.now());
    return {
      kind: input.kind,
      name: tidyText(input.name),
      cvr,
      municipalityCode: input.municipalityCode,
      sector: input.sector,
      industryCode: input.industryCode,
      address: input.address,
      postalCode: input.postalCode,
      city: input.city,
      employees: input.employees,
      takesApprentices: input.takesApprentices,
      placementPlaces: input.placementPlaces,
      joinedOn: input.joinedOn ?? today,
      contactOwnerId: input.contactOwnerId,
      contacts: orderContacts(input.contacts.map((contact) => contactFrom(contact, known))),
    };
  }

  /** Whoever looks after the partner already may go on doing so while their own role rests. */
  private async refuseTaken(tx: Transaction, partner: Partner, presentOwnerId: string | null): Promise<void> {
    await this.partners.holdList(tx);
    if (partner.contactOwnerId !== null && partner.contactOwnerId !== presentOwnerId)
      await refuseAsOwner(tx, partner.contactOwnerId, 'contactOwnerId');
    if (partner.cvr === null) return;
    const holder = await this.partners.findByCvr(tx, partner.cvr);
    if (holder !== undefined && holder.organisationId !== partner.organisationId)
      throw new DomainError<ErrorCode>('alliances/cvr-taken', { cvr: partner.cvr, name: holder.name }, 'cvr');
  }
}

function contactFrom(input: PartnerInput['contacts'][number], known: readonly Contact[]): Contact {
  if (input.id !== undefined && !known.some((contact) => contact.id === input.id))
    throw new DomainError<ErrorCode>('alliances/contact-unknown', {}, 'contacts');
  const phone = input.phone === null ? null : readPhone(input.phone);
  return {
    id: input.id ?? newId(),
    name: tidyText(input.name),
    email: input.email === null ? null : normaliseEmail(input.email),
    // What is no Danish or international number is kept as it was typed.
    phone: !phone?.ok ? input.phone : phone.value,
    isPrimary: input.isPrimary,
  };
}

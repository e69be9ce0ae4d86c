import { Injectable } from '@nestjs/common';
import { Access, type Actor, Addresses, notFound, systemActor, UnitOfWork } from '#libs/platform';
import { type PublicPartner, publicToken, readPublicToken } from '../domain/enquiry-address.js';
import { EnquiryPartners } from './enquiry-partners.js';

/** What the public page of a partner shows. */
export interface PublicEnquiryPage {
  readonly place: PublicPartner;
  readonly partnerName: string;
  readonly allianceName: string;
  readonly responseDays: number;
}

/** Finds the public page of a partner by its address, and the address by the partner. */
@Injectable()
export class PublicEnquiryPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly partners: EnquiryPartners,
    private readonly addresses: Addresses,
  ) {}

  /** @throws DomainError platform/not-found also when the partner's contract is not in force */
  async find(allianceSlug: string, token: string): Promise<PublicEnquiryPage> {
    const place = readPublicToken(token);
    if (place === null) throw notFound();
    return this.unitOfWork.readAs(systemActor(place.allianceId, 'public enquiry page'), async (tx) => {
      const [alliance] = await tx.query<{ slug: string; name: string }>(
        'select slug, name from alliances_alliance where id = $1',
        [tx.allianceId],
      );
      const partner = await this.partners.find(tx, place.organisationId);
      if (alliance?.slug !== allianceSlug || partner === null) throw notFound();
      return {
        place,
        partnerName: partner.name,
        allianceName: alliance.name,
        responseDays: partner.responseDays,
      };
    });
  }

  /** The full address of a partner's page. @throws DomainError platform/not-found */
  async addressOf(actor: Actor, organisationId: string): Promise<string> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      this.access.authorize(actor, 'read', 'Enquiry', { partner_organisation_id: organisationId });
      const [alliance] = await tx.query<{ slug: string }>(
        'select slug from alliances_alliance where id = $1',
        [tx.allianceId],
      );
      if (alliance === undefined || (await this.partners.find(tx, organisationId)) === null) throw notFound();
      return this.addresses.of(
        `/h/${alliance.slug}/${publicToken({ allianceId: tx.allianceId, organisationId })}`,
      );
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { AskPartner, EnquiryChannel, ErrorCode, Locale, LogEnquiry } from '#libs/api-schema';
import { enquiryConsentVersion } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import {
  Access,
  actingPerson,
  type Actor,
  notFound,
  organisationsOf,
  systemActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import type { PublicPartner } from '../domain/enquiry-address.js';
import { receive } from '../domain/enquiry.js';
import { EnquiryNotices } from './enquiry-notices.js';
import { type ActivePartner, EnquiryPartners } from './enquiry-partners.js';
import { EnquiryParticipants } from './enquiry-participants.js';
import { EnquiryRepository, type NewSharedPerson } from './enquiry.repository.js';

/** The name in timelines of a young person who acts alone; pages write it in the reader's language. */
export const youngPerson = 'young-person';

interface Arrival {
  readonly id: string;
  readonly partnerId: string;
  readonly channel: EnquiryChannel;
  readonly caseOrganisationId: string | null;
  readonly byName: string;
  readonly byId: string | null;
  readonly person: NewSharedPerson;
}

/** A young person approaches a guarantee partner: the chain begins, and the partner is told. */
@Injectable()
export class ReceiveEnquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly enquiries: EnquiryRepository,
    private readonly partners: EnquiryPartners,
    private readonly notices: EnquiryNotices,
    private readonly participants: EnquiryParticipants,
  ) {}

  /**
   * A caseworker logs it.
   * @throws DomainError platform/forbidden, platform/not-found, enquiries/organisation-needed,
   *   enquiries/no-active-contract, enquiries/partner-without-mail
   */
  async log(actor: Actor, given: LogEnquiry): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const caseOrganisationId = caseOrganisationOf(actor, given.organisationId);
      this.access.authorize(actor, 'create', 'Enquiry', { case_organisation_id: caseOrganisationId });
      if (given.participantId !== undefined) await this.participants.refuseUnknown(tx, given.participantId);
      return this.receive(tx, {
        id: newId(),
        partnerId: given.partnerId,
        channel: given.channel,
        caseOrganisationId,
        byName: actor.kind === 'person' ? actor.name : 'Rygrad',
        byId: actingPerson(actor),
        person: {
          firstName: given.firstName,
          ageBand: given.ageBand,
          wish: given.wish,
          contactChannel: given.contact.channel,
          contactAddress: given.contact.channel === 'through-caseworker' ? null : given.contact.address,
          locale: 'da',
          participantId: given.participantId ?? null,
        },
      });
    });
  }

  /** The young person writes on the partner's public page. @throws DomainError as {@link log} */
  async ask(partner: PublicPartner, given: AskPartner, locale: Locale): Promise<{ id: string }> {
    return this.unitOfWork.actAs(systemActor(partner.allianceId, 'public enquiry page'), (tx) =>
      this.receive(tx, {
        id: given.form,
        partnerId: partner.organisationId,
        channel: 'direct',
        caseOrganisationId: null,
        byName: youngPerson,
        byId: null,
        person: {
          firstName: given.firstName,
          ageBand: given.ageBand,
          wish: given.wish,
          contactChannel: given.channel,
          contactAddress: given[given.channel],
          locale,
          participantId: null,
        },
      }),
    );
  }

  private async receive(tx: Transaction, arrival: Arrival): Promise<{ id: string }> {
    const partner = await this.partner(tx, arrival.partnerId);
    const { id } = arrival;
    const enquiry = receive(partner.id, partner.responseDays, tx.now());
    const isNew = await this.enquiries.insert(tx, {
      ...arrival,
      enquiry,
      consentVersion: enquiryConsentVersion,
    });
    if (!isNew) return { id };
    await this.enquiries.addStep(tx, id, {
      id: newId(),
      kind: 'received',
      byName: arrival.byName,
      byId: arrival.byId,
      toOrganisationId: partner.id,
    });
    await tx.append(
      'enquiries.enquiry-received',
      { kind: 'enquiry', id },
      { partnerName: partner.name, channel: arrival.channel },
    );
    const stored = await this.enquiries.find(tx, id, false);
    if (stored === null) throw notFound();
    await this.notices.received(tx, stored);
    return { id };
  }

  private async partner(tx: Transaction, id: string): Promise<ActivePartner> {
    const partner = await this.partners.find(tx, id);
    if (partner !== null) return partner;
    const name = await this.partners.nameOf(tx, id);
    if (name === null) throw notFound();
    throw new DomainError<ErrorCode>('enquiries/no-active-contract', { partner: name }, 'partnerId');
  }
}

function caseOrganisationOf(actor: Actor, asked: string | undefined): string {
  if (asked !== undefined) return asked;
  const own = organisationsOf(actor, 'caseworker');
  const [only] = own;
  if (only === undefined || own.length > 1)
    throw new DomainError<ErrorCode>('enquiries/organisation-needed', {}, 'organisationId');
  return only;
}

import { Injectable } from '@nestjs/common';
import { type EnquiryDetail, type EnquiryPerson, ownPerson, sharedPerson } from '#libs/api-schema';
import { Access, type Actor, logPersonAccess, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { movesOpenTo, timingOf } from '../domain/enquiry-standing.js';
import { outcomeOf } from '../domain/enquiry.js';
import { promiseVerdict } from '../domain/promise.js';
import { enquiryLinks, standingsOf } from './enquiry-standings.js';
import { EnquiryRepository, type StoredEnquiry, type StoredSharedPerson } from './enquiry.repository.js';
import { alarmAfterDays } from './enquiry-setting.js';

/** One chain with its timeline, and what the reader may do next. */
@Injectable()
export class ShowEnquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly enquiries: EnquiryRepository,
  ) {}

  /** @param id the enquiry, or null for the one the actor's link is about. @throws DomainError platform/not-found */
  async run(actor: Actor, id: string | null): Promise<EnquiryDetail> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const enquiry = await this.find(tx, actor, id);
      const now = tx.now();
      const outcome = outcomeOf(enquiry.state);
      const verdict = promiseVerdict({ ...enquiry, outcome }, now);
      return {
        id: enquiry.id,
        version: enquiry.version,
        partner: { id: enquiry.partnerId, name: enquiry.partnerName },
        holder: { id: enquiry.holderId, name: enquiry.holderName },
        waitingFor: enquiry.endedAt === null ? (enquiry.coordinator ?? enquiry.holderName) : null,
        channel: enquiry.channel,
        state: enquiry.state,
        timing: timingOf(enquiry, await alarmAfterDays(tx), now),
        outcome,
        receivedAt: enquiry.receivedAt.toISOString(),
        responseDueAt: enquiry.responseDueAt.toISOString(),
        answeredAt: enquiry.answeredAt?.toISOString() ?? null,
        endedAt: enquiry.endedAt?.toISOString() ?? null,
        kept: verdict === 'kept' ? true : verdict === 'not-kept' ? false : null,
        steps: await this.enquiries.steps(tx, enquiry.id),
        mayReadPerson: this.mayReadPerson(actor, enquiry),
        personErasedAt: enquiry.personErasedAt?.toISOString() ?? null,
        may: movesOpenTo(enquiry, standingsOf(actor, enquiry)),
      };
    });
  }

  /**
   * What the young person shared, as far as the actor may see it; the reading is logged.
   * @throws DomainError platform/not-found
   */
  async person(actor: Actor, id: string | null): Promise<EnquiryPerson> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const enquiry = await this.find(tx, actor, id);
      const person = this.mayReadPerson(actor, enquiry) ? await this.enquiries.person(tx, enquiry.id) : null;
      if (person === null) throw notFound();
      await logPersonAccess(tx, { kind: 'enquiry', ids: [enquiry.id] }, 'detail');
      const isOwn = standingsOf(actor, enquiry).includes('caseworker');
      return (isOwn ? ownPerson : sharedPerson).parse(seen(person));
    });
  }

  private async find(tx: Transaction, actor: Actor, id: string | null): Promise<StoredEnquiry> {
    const enquiryId = id ?? (await this.ofLink(tx, actor));
    const enquiry = enquiryId === null ? null : await this.enquiries.find(tx, enquiryId, false);
    if (enquiry === null || !this.mayRead(actor, enquiry)) throw notFound();
    return enquiry;
  }

  private async ofLink(tx: Transaction, actor: Actor): Promise<string | null> {
    if (actor.kind !== 'link') return null;
    return actor.purpose === enquiryLinks.handOn
      ? this.enquiries.enquiryOfStep(tx, actor.subjectId)
      : actor.subjectId;
  }

  private mayRead(actor: Actor, enquiry: StoredEnquiry): boolean {
    // A link leads to its own chain for as long as it lasts, also after the turn has passed to somebody else.
    if (actor.kind === 'link') return true;
    return this.access.allows(actor, 'read', 'Enquiry', columns(enquiry));
  }

  private mayReadPerson(actor: Actor, enquiry: StoredEnquiry): boolean {
    if (enquiry.personErasedAt !== null) return false;
    // Withdrawn by the young person: what was shared in order to help is no longer the helper's to see.
    if (enquiry.state === 'withdrawn' && !standingsOf(actor, enquiry).includes('caseworker')) return false;
    if (actor.kind !== 'link') return this.access.allows(actor, 'read', 'EnquiryPerson', columns(enquiry));
    if (actor.purpose === enquiryLinks.answer) return actor.organisationId === enquiry.holderId;
    return (
      actor.purpose === enquiryLinks.handOn &&
      (actor.subjectId === enquiry.openHandOnId || actor.subjectId === enquiry.acceptedHandOnId)
    );
  }
}

/** As it is answered; the schema of the reader decides what of it leaves. */
function seen({ contactChannel, contactAddress, consentVersion, consentedAt, ...rest }: StoredSharedPerson) {
  return {
    ...rest,
    contact: { channel: contactChannel, address: contactAddress },
    consent: { textVersion: consentVersion, givenAt: consentedAt.toISOString() },
  };
}

function columns(enquiry: StoredEnquiry): Record<string, unknown> {
  return {
    case_organisation_id: enquiry.caseOrganisationId,
    partner_organisation_id: enquiry.partnerId,
    holder_organisation_id: enquiry.holderId,
    handed_on_by_organisation_id: enquiry.handedOnById,
  };
}

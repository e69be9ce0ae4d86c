import { Injectable } from '@nestjs/common';
import type { AnswerEnquiry, ErrorCode, Locale } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Links, logPersonAccess, Mailer, type MailTemplate, type Transaction } from '#libs/platform';
import { lastDayBefore, writtenDate } from './enquiry-dates.js';
import { EnquiryPartners, type PartnerContact } from './enquiry-partners.js';
import { enquiryLinks } from './enquiry-standings.js';
import {
  confirmationMail,
  type EnquiryMail,
  enquiryMail,
  goodNewsMail,
  handOnMail,
  returnedMail,
} from './enquiry.mails.js';
import { EnquiryRepository, type StoredEnquiry } from './enquiry.repository.js';

const linkLastsDays = 90;
const dayMs = 86_400_000;

/** How mails and links to a young person are made out: never by their own name. */
export const nameOfYoungPerson: Readonly<Record<Locale, string>> = { da: 'Den unge', en: 'The young person' };

/** Who is written to when an enquiry moves. Young people only when they chose mail themselves. */
@Injectable()
export class EnquiryNotices {
  constructor(
    private readonly mailer: Mailer,
    private readonly links: Links,
    private readonly partners: EnquiryPartners,
    private readonly enquiries: EnquiryRepository,
  ) {}

  /** Tells the partner, and the young person that it is under way. @throws DomainError enquiries/partner-without-mail */
  async received(tx: Transaction, enquiry: StoredEnquiry): Promise<void> {
    const to = await this.contact(tx, enquiry.holderId, enquiry.holderName, 'partnerId');
    const link = await this.answerLink(tx, enquiry, to);
    await this.send(tx, enquiry, enquiryMail, to, `enquiry:${enquiry.id}:received`, link, {});
    await this.confirm(tx, enquiry);
  }

  /** Asks the receiver to take over. @throws DomainError enquiries/partner-without-mail */
  async handedOn(
    tx: Transaction,
    enquiry: StoredEnquiry,
    stepId: string,
    coordinator: { readonly name: string; readonly email: string } | null,
  ): Promise<void> {
    const to: PartnerContact =
      coordinator === null
        ? await this.contact(tx, enquiry.holderId, enquiry.holderName, 'partnerId')
        : { ...coordinator, locale: 'da' };
    const link =
      coordinator === null
        ? await this.answerLink(tx, enquiry, to)
        : await this.handOnLink(tx, stepId, enquiry.holderId, to);
    await this.send(tx, enquiry, handOnMail, to, `enquiry:${enquiry.id}:${stepId}`, link, {
      giverName: enquiry.giverName ?? enquiry.partnerName,
      receiverName: coordinator?.name ?? enquiry.holderName,
    });
  }

  /** Tells the giver that it is theirs again. */
  async returned(
    tx: Transaction,
    enquiry: StoredEnquiry,
    stepId: string,
    receiverName: string,
  ): Promise<void> {
    const to = await this.receiverOf(tx, enquiry.id, enquiry.holderId);
    if (to === null) return;
    const link = await this.answerLink(tx, enquiry, to);
    await this.send(tx, enquiry, returnedMail, to, `enquiry:${enquiry.id}:${stepId}`, link, { receiverName });
  }

  /** Tells the young person of the offer or of who took over, if they chose mail. */
  async goodNews(
    tx: Transaction,
    enquiry: StoredEnquiry,
    helperName: string,
    answer: Extract<AnswerEnquiry, { kind: 'offer' | 'accept' }>,
  ): Promise<void> {
    const to = await this.youngPerson(tx, enquiry.id);
    if (to === null) return;
    const startsOn = answer.kind === 'offer' ? (answer.startsOn ?? null) : null;
    await this.mailer.queue(tx, {
      template: goodNewsMail,
      params: {
        allianceName: await this.allianceName(tx),
        helperName,
        place: answer.kind === 'offer' ? answer.place : null,
        startsOn: startsOn === null ? null : writtenDate(startsOn, to.locale),
        contactPerson: answer.contactPerson,
        contactReach: answer.contactReach,
      },
      to,
      key: `enquiry:${enquiry.id}:good-news`,
      about: { kind: 'enquiry', id: enquiry.id },
    });
  }

  /** Who answers an enquiry for an organisation: whom its link was passed on to, else the organisation's contact. */
  async receiverOf(
    tx: Transaction,
    enquiryId: string,
    organisationId: string,
  ): Promise<PartnerContact | null> {
    const named = await this.links.passedOnTo(tx, enquiryLinks.answer, enquiryId, organisationId);
    return named ?? this.partners.contactOf(tx, organisationId);
  }

  /** The coordinator who is asked to take over: whom the link was passed on to, else the one who was asked. */
  async coordinatorOf(
    tx: Transaction,
    stepId: string,
    holderId: string,
    asked: PartnerContact,
  ): Promise<PartnerContact> {
    return (await this.links.passedOnTo(tx, enquiryLinks.handOn, stepId, holderId)) ?? asked;
  }

  /** A link for the organisation whose turn it is. */
  answerLink(
    tx: Transaction,
    enquiry: Pick<StoredEnquiry, 'id' | 'holderId'>,
    to: PartnerContact,
  ): Promise<string> {
    return this.link(tx, enquiryLinks.answer, enquiry.id, enquiry.holderId, to);
  }

  /** A link for a coordinator who is asked to take over. */
  handOnLink(tx: Transaction, stepId: string, holderId: string, to: PartnerContact): Promise<string> {
    return this.link(tx, enquiryLinks.handOn, stepId, holderId, to);
  }

  private async confirm(tx: Transaction, enquiry: StoredEnquiry): Promise<void> {
    const to = await this.youngPerson(tx, enquiry.id);
    if (to === null) return;
    await this.mailer.queue(tx, {
      template: confirmationMail,
      params: {
        allianceName: await this.allianceName(tx),
        partnerName: enquiry.partnerName,
        answerBy: lastDayBefore(enquiry.responseDueAt, to.locale),
        url: await this.link(tx, enquiryLinks.withdrawal, enquiry.id, null, to),
      },
      to,
      key: `enquiry:${enquiry.id}:confirmation`,
      about: { kind: 'enquiry', id: enquiry.id },
    });
  }

  /** The link's and the mail's name for a young person is never theirs: it would reach the event log. */
  private async youngPerson(tx: Transaction, enquiryId: string): Promise<PartnerContact | null> {
    const person = await this.enquiries.person(tx, enquiryId);
    if (person?.contactChannel !== 'email' || person.contactAddress === null) return null;
    await logPersonAccess(tx, { kind: 'enquiry', ids: [enquiryId] }, 'notify');
    const { locale } = person;
    return { name: nameOfYoungPerson[locale], email: person.contactAddress, locale };
  }

  private async contact(tx: Transaction, id: string, name: string, field: string): Promise<PartnerContact> {
    const contact = await this.partners.contactOf(tx, id);
    if (contact === null)
      throw new DomainError<ErrorCode>('enquiries/partner-without-mail', { partner: name }, field);
    return contact;
  }

  private async link(
    tx: Transaction,
    purpose: string,
    subjectId: string,
    organisationId: string | null,
    to: PartnerContact,
  ): Promise<string> {
    const expiresAt = new Date(tx.now().getTime() + linkLastsDays * dayMs);
    return (await this.links.issue(tx, { purpose, subjectId, organisationId, to, expiresAt })).url;
  }

  private async send<More extends object>(
    tx: Transaction,
    enquiry: StoredEnquiry,
    template: MailTemplate<EnquiryMail & More>,
    to: PartnerContact,
    key: string,
    url: string,
    more: More,
  ): Promise<void> {
    const params = {
      ...more,
      allianceName: await this.allianceName(tx),
      partnerName: enquiry.partnerName,
      url,
      answerBy: lastDayBefore(enquiry.actDueAt, to.locale satisfies Locale),
    };
    await this.mailer.queue(tx, { template, params, to, key, about: { kind: 'enquiry', id: enquiry.id } });
  }

  private async allianceName(tx: Transaction): Promise<string> {
    const [alliance] = await tx.query<{ name: string }>('select name from alliances_alliance where id = $1', [
      tx.allianceId,
    ]);
    return alliance?.name ?? '';
  }
}

import { Injectable } from '@nestjs/common';
import { type EnquiryDetail, type Locale, type SharedPerson, sharedPerson } from '#libs/api-schema';
import { type LinkActor, UnitOfWork } from '#libs/platform';
import { lastDayBefore } from './enquiry-dates.js';
import { type ActivePartner, EnquiryPartners } from './enquiry-partners.js';
import { ShowEnquiry } from './show-enquiry.query.js';

/** All that the page behind a link shows. */
export interface EnquiryView {
  readonly allianceName: string;
  readonly enquiry: EnquiryDetail;
  /** Null for those whose turn it is not: they see the chain only. */
  readonly person: SharedPerson | null;
  /** Those it can be handed on to. */
  readonly partners: readonly ActivePartner[];
  readonly answerBy: string;
}

const mostPartners = 2000;

/** Gathers what the page behind a link shows, in one unit of work that logs the reading of person data. */
@Injectable()
export class EnquiryPageView {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shower: ShowEnquiry,
    private readonly partners: EnquiryPartners,
  ) {}

  /** @throws DomainError platform/not-found */
  async run(link: LinkActor, locale: Locale): Promise<EnquiryView> {
    return this.unitOfWork.actAs(link, async (tx) => {
      const enquiry = await this.shower.run(link, null);
      const [alliance] = await tx.query<{ name: string; due: Date }>(
        `select a.name, e.act_due_at as due from alliances_alliance a
         join enquiry e on e.alliance_id = a.id where a.id = $1 and e.id = $2`,
        [tx.allianceId, enquiry.id],
      );
      return {
        allianceName: alliance?.name ?? '',
        enquiry,
        person: enquiry.mayReadPerson ? sharedPerson.parse(await this.shower.person(link, null)) : null,
        partners: enquiry.may.includes('hand-on')
          ? await this.partners.search(tx, '', mostPartners, enquiry.holder.id)
          : [],
        answerBy: lastDayBefore(alliance?.due ?? tx.now(), locale),
      };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '#libs/platform';
import { type ActivePartner, EnquiryPartners } from './enquiry-partners.js';

/** Partners to choose from when an enquiry is logged or handed on. */
@Injectable()
export class ListEnquiryPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly partners: EnquiryPartners,
  ) {}

  /** @param except the organisation that holds the enquiry now */
  run(actor: Actor, text: string, limit: number, except?: string): Promise<ActivePartner[]> {
    return this.unitOfWork.readAs(actor, (tx) => this.partners.search(tx, text, limit, except));
  }
}

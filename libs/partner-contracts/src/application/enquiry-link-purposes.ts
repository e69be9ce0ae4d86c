import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import {
  type LinkedThing,
  type LinkHolder,
  type LinkPurpose,
  type LinkReason,
  Mailer,
  type StoredLink,
  type Transaction,
} from '#libs/platform';
import { lastDayBefore } from './enquiry-dates.js';
import { enquiryLinkMail } from './enquiry-link.mails.js';
import { EnquiryNotices } from './enquiry-notices.js';
import { enquiryLinks } from './enquiry-standings.js';
import { EnquiryRepository, type StoredEnquiry } from './enquiry.repository.js';

const about = 'enquiry';

/** Tells the platform of the links by which an enquiry is answered, taken over or withdrawn without an account. */
@Injectable()
export class EnquiryLinkPurposes {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly notices: EnquiryNotices,
    private readonly mailer: Mailer,
  ) {}

  /** The three kinds of links to an enquiry. */
  all(): readonly LinkPurpose[] {
    return [this.answer(), this.handOn(), this.withdrawal()];
  }

  private answer(): LinkPurpose {
    return {
      purpose: enquiryLinks.answer,
      label: { da: 'Besvar henvendelsen', en: 'Answer the enquiry' },
      about,
      passOnHint: {
        da: 'Den, du giver det videre til, ser den unges fornavn, alder, ønske og kontaktoplysning og svarer på vegne af jer. Vælg derfor kun en kollega i jeres egen organisation.',
        en: 'Whoever you pass it on to sees the young person’s first name, age, wish and contact, and answers on your behalf. So choose a colleague in your own organisation only.',
      },
      describe: (tx, ids) => described(tx, 'e.id', ids),
      send: (tx, link, to, reason) => this.sendAnswer(tx, link, to, reason),
    };
  }

  private handOn(): LinkPurpose {
    return {
      purpose: enquiryLinks.handOn,
      label: { da: 'Tag imod henvendelsen', en: 'Take over the enquiry' },
      about,
      passOnHint: {
        da: 'Den, du giver det videre til, ser den unges fornavn, alder, ønske og kontaktoplysning. Vælg derfor kun en kollega med samme opgave som dig.',
        en: 'Whoever you pass it on to sees the young person’s first name, age, wish and contact. So choose a colleague with the same task as you only.',
      },
      subjectsOf: async (tx, enquiryId) =>
        (
          await tx.query<{ id: string }>(
            'select id from enquiry_step where alliance_id = $1 and enquiry_id = $2',
            [tx.allianceId, enquiryId],
          )
        ).map(({ id }) => id),
      describe: (tx, ids) => described(tx, 's.id', ids),
      send: (tx, link, to, reason) => this.sendHandOn(tx, link, to, reason),
    };
  }

  private withdrawal(): LinkPurpose {
    return {
      purpose: enquiryLinks.withdrawal,
      label: { da: 'Træk henvendelsen tilbage', en: 'Withdraw the enquiry' },
      about,
      isPersonal: true,
      describe: (tx, ids) => described(tx, 'e.id', ids),
    };
  }

  private async sendAnswer(
    tx: Transaction,
    { subjectId, organisationId }: StoredLink,
    to: LinkHolder,
    reason: LinkReason,
  ): Promise<void> {
    const enquiry = await this.waiting(tx, subjectId);
    const asked =
      enquiry.openHandOnId === null ? [enquiry.holderId] : [enquiry.holderId, enquiry.handedOnById];
    if (organisationId === null || !asked.includes(organisationId)) throw nothingToDo();
    const url = await this.notices.answerLink(tx, { id: enquiry.id, holderId: organisationId }, to);
    const answersFor = organisationId === enquiry.holderId ? enquiry.holderName : enquiry.giverName;
    await this.mail(tx, enquiry, { to, reason, url, answersFor });
  }

  private async sendHandOn(
    tx: Transaction,
    { subjectId }: StoredLink,
    to: LinkHolder,
    reason: LinkReason,
  ): Promise<void> {
    const enquiryId = await this.enquiries.enquiryOfStep(tx, subjectId);
    const enquiry = enquiryId === null ? null : await this.waiting(tx, enquiryId);
    if (enquiry?.openHandOnId !== subjectId) throw nothingToDo();
    const url = await this.notices.handOnLink(tx, subjectId, enquiry.holderId, to);
    await this.mail(tx, enquiry, { to, reason, url, answersFor: null });
  }

  private async waiting(tx: Transaction, id: string): Promise<StoredEnquiry> {
    const enquiry = await this.enquiries.find(tx, id, true);
    if (enquiry?.endedAt !== null) throw nothingToDo();
    return enquiry;
  }

  private async mail(
    tx: Transaction,
    enquiry: StoredEnquiry,
    given: { to: LinkHolder; reason: LinkReason; url: string; answersFor: string | null },
  ): Promise<void> {
    const { to, reason, url, answersFor } = given;
    const [alliance] = await tx.query<{ name: string }>('select name from alliances_alliance where id = $1', [
      tx.allianceId,
    ]);
    await this.mailer.queue(tx, {
      template: enquiryLinkMail,
      params: {
        allianceName: alliance?.name ?? '',
        partnerName: enquiry.partnerName,
        answersFor,
        passedOnBy: reason.kind === 'passed-on' ? reason.passedOnBy : null,
        url,
        answerBy: lastDayBefore(enquiry.actDueAt, to.locale),
      },
      to,
      key: `enquiry-link:${newId()}`,
      about: { kind: about, id: enquiry.id },
    });
  }
}

function nothingToDo(): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>('links/nothing-to-do');
}

/** Enquiries by their own id or that of a step, named by the partner that was asked: young people never. */
async function described(
  tx: Transaction,
  key: 'e.id' | 's.id',
  ids: readonly string[],
): Promise<Map<string, LinkedThing>> {
  const steps = 'join enquiry_step s on s.alliance_id = e.alliance_id and s.enquiry_id = e.id';
  const rows = await tx.query<{ key: string; id: string; name: string }>(
    `select ${key} as key, e.id, p.name from enquiry e ${key === 's.id' ? steps : ''}
     join alliances_organisation p on p.alliance_id = e.alliance_id and p.id = e.partner_organisation_id
     where e.alliance_id = $1 and ${key} = any ($2)`,
    [tx.allianceId, ids],
  );
  return new Map(
    rows.map((row) => [
      row.key,
      {
        kind: about,
        id: row.id,
        title: { da: `Henvendelse til ${row.name}`, en: `Enquiry to ${row.name}` },
        path: `henvendelser/${row.id}`,
      },
    ]),
  );
}

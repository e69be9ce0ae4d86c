import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';

/** Somebody at a partner who reads the mail about an enquiry. */
export interface PartnerContact {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** A partner whose guarantee contract is in force. */
export interface ActivePartner {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly responseDays: number;
}

const active = `select o.id, o.name, o.city as town, c.response_days as "responseDays"
  from partner_contracts_active_contract c
  join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
  where c.alliance_id = $1`;

/** The partners that enquiries can be sent and handed on to, and who there is written to. */
@Injectable()
export class EnquiryPartners {
  /** The partner, if its contract is in force. */
  async find(tx: Transaction, id: string): Promise<ActivePartner | null> {
    const [partner] = await tx.query<ActivePartner>(`${active} and o.id = $2 limit 1`, [tx.allianceId, id]);
    return partner ?? null;
  }

  /** Partners whose name has the text in it, best matches first. */
  search(tx: Transaction, text: string, limit: number, except?: string): Promise<ActivePartner[]> {
    const escaped = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
    return tx.query<ActivePartner>(
      `${active} and o.name ilike $2 and o.id is distinct from $5
       order by o.name not ilike $3, o.name, o.id limit $4`,
      [tx.allianceId, `%${escaped}%`, `${escaped}%`, limit, except ?? null],
    );
  }

  /** Name of an organisation of the alliance, whatever its contract. */
  async nameOf(tx: Transaction, id: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>(
      'select name from alliances_organisation where alliance_id = $1 and id = $2',
      [tx.allianceId, id],
    );
    return row?.name ?? null;
  }

  /** Who is written to: the first contact with a mail address, else somebody signed up for the partner. */
  async contactOf(tx: Transaction, organisationId: string): Promise<PartnerContact | null> {
    const [contact] = await tx.query<PartnerContact>(
      `select name, email::text, locale from (
         select 0 as rank, is_primary, c.name, c.email, coalesce(m.locale, 'da') as locale, c.id
         from alliances_contact c
         left join alliances_member m on m.alliance_id = c.alliance_id and m.email = c.email
         where c.alliance_id = $1 and c.organisation_id = $2 and c.email is not null
         union all
         select 1, false, name, email, locale, id from alliances_member
         where alliance_id = $1 and organisation_id = $2 and role = 'partner') reachable
       order by rank, is_primary desc, id limit 1`,
      [tx.allianceId, organisationId],
    );
    return contact ?? null;
  }
}

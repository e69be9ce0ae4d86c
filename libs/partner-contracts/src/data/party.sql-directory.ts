import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import { Addresses, type Transaction } from '#libs/platform';
import { type PartnerParty, PartyDirectory } from '../application/party-directory.js';

interface PartyRow {
  id: string;
  name: string;
  cvr: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_locale: Locale | null;
}

/** The parties as alliances publishes them. */
@Injectable()
export class PartySqlDirectory extends PartyDirectory {
  constructor(private readonly addresses: Addresses) {
    super();
  }

  async allianceName(tx: Transaction): Promise<string> {
    return (await this.alliance(tx)).name;
  }

  async contractPage(tx: Transaction, contractId: string): Promise<string> {
    return this.addresses.of(`/a/${(await this.alliance(tx)).slug}/kontrakter/${contractId}`);
  }

  async localeOf(tx: Transaction, email: string): Promise<Locale> {
    const [row] = await tx.query<{ locale: Locale }>(
      'select locale from alliances_member where alliance_id = $1 and email = $2 limit 1',
      [tx.allianceId, email],
    );
    return row?.locale ?? 'da';
  }

  async listPartners(tx: Transaction, ids: readonly string[]): Promise<PartnerParty[]> {
    const rows = await tx.query<PartyRow>(
      `select o.id, o.name, o.cvr, c.name as contact_name, c.email as contact_email, m.locale as contact_locale
       from alliances_organisation o
       left join lateral (
         select k.name, k.email::text from alliances_contact k
         where k.alliance_id = o.alliance_id and k.organisation_id = o.id and k.email is not null
         order by k.is_primary desc, k.id limit 1) c on true
       left join lateral (
         select a.locale from alliances_member a
         where a.alliance_id = o.alliance_id and a.email = c.email limit 1) m on true
       where o.alliance_id = $1 and o.id = any ($2)`,
      [tx.allianceId, [...ids]],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      cvr: row.cvr,
      contact:
        row.contact_name === null || row.contact_email === null
          ? null
          : { name: row.contact_name, email: row.contact_email, locale: row.contact_locale ?? 'da' },
    }));
  }

  private async alliance(tx: Transaction): Promise<{ name: string; slug: string }> {
    const [row] = await tx.query<{ name: string; slug: string }>(
      'select name, slug from alliances_alliance where alliance_id = $1',
      [tx.allianceId],
    );
    if (row === undefined) throw new Error('the alliance of the unit of work is not there');
    return row;
  }
}

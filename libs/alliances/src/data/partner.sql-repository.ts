import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { PartnerRepository } from '../application/partner.repository.js';
import type { Partner } from '../domain/partner.js';

const select = `
  select o.id as "organisationId", o.version, o.kind, o.name, o.cvr, o.municipality_code as "municipalityCode",
    o.sector, o.industry_code as "industryCode", o.address, o.postal_code as "postalCode", o.city, o.employees,
    o.takes_apprentices as "takesApprentices", o.placement_places::float8 as "placementPlaces",
    m.joined_on::text as "joinedOn", m.contact_owner_id as "contactOwnerId",
    coalesce((
      select json_agg(json_build_object('id', k.id, 'name', k.name, 'email', k.email, 'phone', k.phone,
        'isPrimary', k.is_primary) order by k.is_primary desc, k.id)
      from contact_person k where k.alliance_id = o.alliance_id and k.organisation_id = o.id
    ), '[]') as contacts
  from organisation o join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
  where o.alliance_id = $1`;

const record = `"organisationId" uuid, version int, kind text, name text, cvr text, "municipalityCode" text, sector text,
  "industryCode" text, address text, "postalCode" text, city text, employees text, "takesApprentices" boolean,
  "placementPlaces" numeric, "joinedOn" date, "contactOwnerId" uuid, "membershipId" uuid`;

/** Partners in PostgreSQL, many in one statement. */
@Injectable()
export class PartnerSqlRepository extends PartnerRepository {
  async holdList(tx: Transaction): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('alliances.partners:' || $1, 0))`, [
      tx.allianceId,
    ]);
  }

  listAll(tx: Transaction): Promise<Partner[]> {
    return tx.query<Partner>(select, [tx.allianceId]);
  }

  async findById(tx: Transaction, organisationId: string): Promise<Partner | undefined> {
    const [partner] = await tx.query<Partner>(`${select} and o.id = $2`, [tx.allianceId, organisationId]);
    return partner;
  }

  async findByCvr(
    tx: Transaction,
    cvr: string,
  ): Promise<{ organisationId: string; name: string } | undefined> {
    const [found] = await tx.query<{ organisationId: string; name: string }>(
      `select id as "organisationId", name from organisation where alliance_id = $1 and cvr = $2`,
      [tx.allianceId, cvr],
    );
    return found;
  }

  async insert(tx: Transaction, partners: readonly Partner[]): Promise<void> {
    const rows = JSON.stringify(partners.map((partner) => ({ ...partner, membershipId: newId() })));
    await tx.query(
      `insert into organisation (id, alliance_id, kind, name, cvr, municipality_code, sector, industry_code, address,
         postal_code, city, employees, takes_apprentices, placement_places, created_at)
       select "organisationId", $1, kind, name, cvr, "municipalityCode", sector, "industryCode", address, "postalCode",
         city, employees, "takesApprentices", "placementPlaces", $3 from jsonb_to_recordset($2::jsonb) as r (${record})`,
      [tx.allianceId, rows, tx.now()],
    );
    await tx.query(
      `insert into membership (id, alliance_id, organisation_id, joined_on, status_since, contact_owner_id, created_at)
       select "membershipId", $1, "organisationId", "joinedOn", "joinedOn", "contactOwnerId", $3
       from jsonb_to_recordset($2::jsonb) as r (${record})`,
      [tx.allianceId, rows, tx.now()],
    );
    await this.keepContacts(tx, partners);
  }

  async update(tx: Transaction, partners: readonly Partner[]): Promise<void> {
    const rows = JSON.stringify(partners);
    const kept = await tx.query(
      `update organisation o set version = o.version + 1, kind = r.kind, name = r.name, cvr = r.cvr,
         municipality_code = r."municipalityCode", sector = r.sector, industry_code = r."industryCode",
         address = r.address, postal_code = r."postalCode", city = r.city, employees = r.employees,
         takes_apprentices = r."takesApprentices", placement_places = r."placementPlaces"
       from jsonb_to_recordset($2::jsonb) as r (${record})
       where o.alliance_id = $1 and o.id = r."organisationId" and o.version = r.version returning o.id`,
      [tx.allianceId, rows],
    );
    if (kept.length < partners.length) throw new DomainError<ErrorCode>('platform/stale');
    // Who never paused has its present status since it joined.
    await tx.query(
      `update membership m set joined_on = r."joinedOn", contact_owner_id = r."contactOwnerId",
         status_since = case when m.status_since = m.joined_on then r."joinedOn" else m.status_since end
       from jsonb_to_recordset($2::jsonb) as r (${record})
       where m.alliance_id = $1 and m.organisation_id = r."organisationId"`,
      [tx.allianceId, rows],
    );
    await this.keepContacts(tx, partners);
  }

  async remove(tx: Transaction, organisationIds: readonly string[]): Promise<string[]> {
    if (organisationIds.length === 0) return [];
    if (await this.tryRemove(tx, organisationIds)) return [...organisationIds];
    const removed: string[] = [];
    for (const id of organisationIds) if (await this.tryRemove(tx, [id])) removed.push(id);
    return removed;
  }

  private async keepContacts(tx: Transaction, partners: readonly Partner[]): Promise<void> {
    const owners = partners.map((partner) => partner.organisationId);
    const contacts = partners.flatMap(({ organisationId, contacts: all }) =>
      all.map((each) => ({ ...each, organisationId })),
    );
    // Nobody is primary for a moment, so that the role can pass from one to another in one statement.
    await tx.query(
      `with gone as (
         delete from contact_person where alliance_id = $1 and organisation_id = any ($2) and id <> all ($3))
       update contact_person set is_primary = false
       where alliance_id = $1 and organisation_id = any ($2) and id = any ($3) and is_primary`,
      [tx.allianceId, owners, contacts.map((contact) => contact.id)],
    );
    await tx.query(
      `insert into contact_person (id, alliance_id, organisation_id, name, email, phone, is_primary, created_at)
       select id, $1, "organisationId", name, email, phone, "isPrimary", $3
       from jsonb_to_recordset($2::jsonb)
         as r (id uuid, "organisationId" uuid, name text, email text, phone text, "isPrimary" boolean)
       on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
         is_primary = excluded.is_primary
       where contact_person.alliance_id = $1 and contact_person.organisation_id = excluded.organisation_id`,
      [tx.allianceId, JSON.stringify(contacts), tx.now()],
    );
  }

  /** Foreign keys of whatever refers to a partner keep it where it is. */
  private async tryRemove(tx: Transaction, organisationIds: readonly string[]): Promise<boolean> {
    await tx.query('savepoint removing');
    try {
      const parameters = [tx.allianceId, organisationIds];
      await tx.query(
        'delete from contact_person where alliance_id = $1 and organisation_id = any ($2)',
        parameters,
      );
      await tx.query(
        `delete from membership_change where alliance_id = $1 and membership_id in
           (select id from membership where alliance_id = $1 and organisation_id = any ($2))`,
        parameters,
      );
      await tx.query(
        'delete from membership where alliance_id = $1 and organisation_id = any ($2)',
        parameters,
      );
      await tx.query('delete from organisation where alliance_id = $1 and id = any ($2)', parameters);
      await tx.query('release savepoint removing');
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== '23503') throw error;
      await tx.query('rollback to savepoint removing');
      return false;
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The views other modules read alliances through; listed in the module's README. */
export class AlliancesPublishViews implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view alliances_alliance with (security_invoker = true) as
        select id as alliance_id, id, slug, name, purpose, is_example, horizon_from, horizon_to, settings
        from alliance;

      create view alliances_organisation with (security_invoker = true) as
        select o.alliance_id, o.id, o.kind, o.name, o.cvr, o.municipality_code, o.sector, o.industry_code,
               o.address, o.postal_code, o.city, m.id as membership_id, m.status as membership_status,
               m.joined_on, m.contact_owner_id, p.name as contact_owner_name, p.email as contact_owner_email
        from organisation o
        left join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
        left join person p on p.id = m.contact_owner_id;

      create view alliances_contact with (security_invoker = true) as
        select alliance_id, id, organisation_id, name, email, phone, is_primary from contact_person;

      create view alliances_member with (security_invoker = true) as
        select m.alliance_id, m.id, m.person_id, m.role, m.organisation_id, p.name, p.email, p.locale
        from alliance_member m join person p on p.id = m.person_id
        where m.ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view alliances_member, alliances_contact, alliances_organisation, alliances_alliance`,
    );
  }
}

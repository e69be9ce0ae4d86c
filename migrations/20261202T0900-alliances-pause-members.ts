import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's role can rest: by somebody's choice, or because the organisation they act for does. A resting role, and
 * the roles of somebody whose access is closed, count as none everywhere.
 */
export class AlliancesPauseMembers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alliance_member
        add column paused_at timestamptz,
        add column paused_because text check (paused_because in ('person', 'organisation')),
        add check ((paused_at is null) = (paused_because is null));

      create or replace view alliances_member with (security_invoker = true) as
        select m.alliance_id, m.id, m.person_id, m.role, m.organisation_id, p.name, p.email, p.locale
        from alliance_member m join person p on p.id = m.person_id
        where m.ended_at is null and m.paused_at is null and p.deactivated_at is null;

      drop policy own_alliances on alliance;
      create policy own_alliances on alliance for select
        using (id in (
          select m.alliance_id from alliance_member m
          where m.person_id = (select app_person()) and m.ended_at is null and m.paused_at is null
        ));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy own_alliances on alliance;
      create policy own_alliances on alliance for select
        using (id in (
          select m.alliance_id from alliance_member m
          where m.person_id = (select app_person()) and m.ended_at is null
        ));
      create or replace view alliances_member with (security_invoker = true) as
        select m.alliance_id, m.id, m.person_id, m.role, m.organisation_id, p.name, p.email, p.locale
        from alliance_member m join person p on p.id = m.person_id
        where m.ended_at is null;
      alter table alliance_member drop column paused_because, drop column paused_at;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator may know of alliances: that they are there, how many people, and when something last happened. */
export class PlatformShowAlliances implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function rygrad_alliances_of_installation()
        returns table (id uuid, name text, slug text, is_example boolean, created_at timestamptz, people int,
          last_activity_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp
        as $$
          select a.id, a.name, a.slug, a.is_example, a.created_at,
            (select count(distinct m.person_id)::int from alliance_member m where m.alliance_id = a.id and m.ended_at is null),
            (select e.occurred_at from event e where e.alliance_id = a.id order by e.id desc limit 1)
          from alliance a
          where exists (select from person p where p.id = app_person() and p.is_admin)
          order by a.name collate "da-x-icu", a.id
        $$;
      revoke all on function rygrad_alliances_of_installation() from public;
      grant execute on function rygrad_alliances_of_installation() to rygrad_app;
      grant select on migration to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select on migration from rygrad_app;
      drop function rygrad_alliances_of_installation();
    `);
  }
}

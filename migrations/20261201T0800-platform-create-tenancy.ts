import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts, as the database knows it, and the two walls every alliance table stands behind. */
export class PlatformCreateTenancy implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists citext;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;
      grant usage on schema public to rygrad_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to rygrad_app;
      alter default privileges in schema public grant usage, select on sequences to rygrad_app;

      create function app_alliances() returns uuid[] language sql stable parallel safe
        as $$ select nullif(current_setting('app.alliances', true), '')::uuid[] $$;
      create function app_organisations() returns uuid[] language sql stable parallel safe
        as $$ select nullif(current_setting('app.organisations', true), '')::uuid[] $$;
      create function app_person() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
      create function app_is_system() returns boolean language sql stable parallel safe
        as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;

      create function rygrad_protect_alliance_table(t regclass) returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy alliance on %s
          using (alliance_id = any ((select app_alliances())::uuid[]))
          with check (alliance_id = any ((select app_alliances())::uuid[]))', t);
      end $$;

      create function rygrad_protect_person_table(t regclass, variadic organisation_columns text[]) returns void
      language plpgsql as $$
      declare condition text;
      begin
        select string_agg(format('%I = any ((select app_organisations())::uuid[])', c), ' or ')
          into condition from unnest(organisation_columns) c;
        execute format('create policy case_organisation on %s as restrictive
          using ((select app_is_system()) or %s) with check ((select app_is_system()) or %s)',
          t, condition, condition);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_protect_person_table(regclass, text[]);
      drop function rygrad_protect_alliance_table(regclass);
      drop function app_is_system(), app_person(), app_organisations(), app_alliances();
      alter default privileges in schema public revoke usage, select on sequences from rygrad_app;
      alter default privileges in schema public revoke select, insert, update, delete on tables from rygrad_app;
    `);
  }
}

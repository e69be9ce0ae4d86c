import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Three things the application may not do by itself: know the ids of all alliances (for the daily retention of each),
 * forget entries of the access log (never younger than two years), and take away what an example left here.
 */
export class PlatformOutdateAccessLog implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function rygrad_alliance_ids() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select id from alliance $$;
      revoke all on function rygrad_alliance_ids() from public;
      grant execute on function rygrad_alliance_ids() to rygrad_app;

      create function rygrad_forget_access_log(target uuid, before timestamptz) returns bigint
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      declare gone bigint;
      begin
        if not app_is_system() or not (target = any (app_alliances())) then return 0; end if;
        delete from access_log where alliance_id = target
          and occurred_at < least(before, now() - interval '24 months');
        get diagnostics gone = row_count;
        return gone;
      end $$;
      revoke all on function rygrad_forget_access_log(uuid, timestamptz) from public;
      grant execute on function rygrad_forget_access_log(uuid, timestamptz) to rygrad_app;

      create function rygrad_follow_alliance() returns trigger
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      begin
        delete from subject_key where alliance_id = old.id;
        delete from erasure where alliance_id = old.id;
        return old;
      end $$;
      revoke all on function rygrad_follow_alliance() from public;
      create trigger alliance_person_data after delete on alliance
        for each row execute function rygrad_follow_alliance();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger alliance_person_data on alliance;
      drop function rygrad_follow_alliance();
      drop function rygrad_forget_access_log(uuid, timestamptz);
      drop function rygrad_alliance_ids();
    `);
  }
}

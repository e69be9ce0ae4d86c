import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two records of one person become one. What points at a person is listed in person_reference, and a test compares the
 * list with the catalogue, so that a new column cannot be forgotten. The functions run with their owner's rights,
 * because an administrator acts in no alliance: they do nothing unless the person acting is an administrator, and they
 * answer numbers only.
 */
export class PlatformMergePeople implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_reference (
        table_name text not null,
        column_name text not null,
        on_merge text not null check (on_merge in ('move', 'drop', 'keep')),
        primary key (table_name, column_name)
      );
      revoke insert, update, delete on person_reference from rygrad_app;

      create function rygrad_acts_as_administrator() returns boolean language sql stable
        as $$ select exists (select from person where id = app_person() and is_admin and deactivated_at is null) $$;

      create function rygrad_count_person_references(target uuid)
        returns table (table_name text, column_name text, on_merge text, rows bigint)
        language plpgsql stable security definer set search_path = public, pg_temp
      as $$
      declare reference person_reference;
      begin
        if not rygrad_acts_as_administrator() then return; end if;
        for reference in select * from person_reference r order by 1, 2 loop
          continue when to_regclass(reference.table_name) is null;
          table_name := reference.table_name;
          column_name := reference.column_name;
          on_merge := reference.on_merge;
          execute format('select count(*) from %I where %I = $1', reference.table_name, reference.column_name)
            into rows using target;
          if rows > 0 then return next; end if;
        end loop;
      end $$;

      create function rygrad_move_person_reference(target_table text, target_column text, loser uuid, winner uuid)
        returns void language plpgsql set search_path = public, pg_temp
      as $$
      declare place tid;
      begin
        begin
          execute format('update %1$I set %2$I = $2 where %2$I = $1', target_table, target_column) using loser, winner;
          return;
        exception when unique_violation then null;
        end;
        -- What both have had is had once.
        for place in execute format('select ctid from %I where %I = $1', target_table, target_column) using loser loop
          begin
            execute format('update %I set %I = $2 where ctid = $1', target_table, target_column) using place, winner;
          exception when unique_violation then
            execute format('delete from %I where ctid = $1', target_table) using place;
          end;
        end loop;
      end $$;

      create function rygrad_merge_people(loser uuid, winner uuid, at timestamptz) returns boolean
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      declare reference person_reference;
      begin
        if not rygrad_acts_as_administrator() or loser = winner or loser = app_person() then return false; end if;
        perform from person where id in (loser, winner) order by id for update;
        if (select count(*) from person where id in (loser, winner) and merged_into is null) < 2 then return false; end if;
        if exists (select from person where id = winner and deactivated_at is not null) then return false; end if;
        for reference in select * from person_reference where on_merge <> 'keep' order by table_name, column_name loop
          continue when to_regclass(reference.table_name) is null;
          if reference.on_merge = 'drop' then
            execute format('delete from %I where %I = $1', reference.table_name, reference.column_name) using loser;
          else
            perform rygrad_move_person_reference(reference.table_name, reference.column_name, loser, winner);
          end if;
        end loop;
        update person set merged_into = winner, deactivated_at = coalesce(deactivated_at, at), is_admin = false,
          email = 'samlet-' || loser::text || '@invalid' where id = loser;
        return true;
      end $$;

      create function rygrad_revoke_links_of_person(target uuid, at timestamptz) returns int
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      declare revoked int;
      begin
        if not exists (select from person where id = target and deactivated_at is not null) then return 0; end if;
        update link set revoked_at = at where spent_at is null and revoked_at is null
          and email in (select a.email from person_address a where a.person_id = target);
        get diagnostics revoked = row_count;
        return revoked;
      end $$;

      revoke all on function rygrad_count_person_references(uuid),
        rygrad_move_person_reference(text, text, uuid, uuid), rygrad_merge_people(uuid, uuid, timestamptz),
        rygrad_revoke_links_of_person(uuid, timestamptz) from public;
      grant execute on function rygrad_count_person_references(uuid), rygrad_merge_people(uuid, uuid, timestamptz),
        rygrad_revoke_links_of_person(uuid, timestamptz) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_revoke_links_of_person(uuid, timestamptz), rygrad_merge_people(uuid, uuid, timestamptz),
        rygrad_move_person_reference(text, text, uuid, uuid), rygrad_count_person_references(uuid),
        rygrad_acts_as_administrator();
      drop table person_reference;
    `);
  }
}

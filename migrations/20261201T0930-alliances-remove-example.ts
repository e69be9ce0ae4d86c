import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One click takes an example alliance away, its events too. Definer's rights, because the application may not delete
 * events; refuses every alliance that is not marked as an example or is not the one acted in.
 */
export class AlliancesRemoveExample implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function rygrad_remove_example(target uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      begin
        if not (target = any (app_alliances())) then return false; end if;
        perform from alliance where id = target and is_example for update;
        if not found then return false; end if;
        delete from alliance where id = target;
        delete from event_seal where alliance_id = target;
        delete from event where alliance_id = target;
        delete from delivery where alliance_id = target;
        delete from access_log where alliance_id = target;
        delete from link where alliance_id = target;
        delete from file where alliance_id = target;
        delete from job where payload ->> 'allianceId' = target::text;
        return true;
      end $$;
      revoke all on function rygrad_remove_example(uuid) from public;
      grant execute on function rygrad_remove_example(uuid) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function rygrad_remove_example(uuid)');
  }
}

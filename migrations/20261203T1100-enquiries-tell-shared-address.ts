import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which mail addresses are also a young person's in the alliance acted in: published, so that erasing somebody else with
 * the address leaves theirs alone. It answers addresses that were asked about and nothing more, whoever asks: not seeing
 * the young person must not mean taking what is theirs.
 */
export class EnquiriesTellSharedAddress implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function enquiries_addresses_of_others(asked text[], but uuid[]) returns setof text
      language plpgsql set search_path = public, pg_temp as $$
      declare as_before text := coalesce(current_setting('app.system', true), '');
      begin
        perform set_config('app.system', 'on', true);
        return query select distinct lower(p.contact_address) from enquiry_person p
          where p.contact_channel = 'email' and lower(p.contact_address) = any (asked) and p.enquiry_id <> all (but);
        perform set_config('app.system', as_before, true);
      end $$;
      revoke all on function enquiries_addresses_of_others(text[], uuid[]) from public;
      grant execute on function enquiries_addresses_of_others(text[], uuid[]) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function enquiries_addresses_of_others(text[], uuid[])');
  }
}

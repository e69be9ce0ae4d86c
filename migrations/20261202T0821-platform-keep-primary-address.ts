import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The address a person is written to is always one of their proven ones. person_address is the one place where an
 * address is unique in the installation, whichever of a person's addresses it is.
 */
export class PlatformKeepPrimaryAddress implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into person_address (email, person_id, verified_at) select email, id, created_at from person;

      create function rygrad_keep_primary_address() returns trigger language plpgsql as $$
      begin
        insert into person_address (email, person_id) values (new.email, new.id)
          on conflict (email) do update set email = excluded.email where person_address.person_id = new.id;
        if not found then
          raise unique_violation using constraint = 'person_address_pkey',
            message = 'The address belongs to another person';
        end if;
        return null;
      end $$;
      create trigger person_keeps_primary_address after insert or update of email on person
        for each row execute function rygrad_keep_primary_address();
      alter table person add constraint person_primary_address
        foreign key (id, email) references person_address (person_id, email) deferrable initially deferred;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person drop constraint person_primary_address;
      drop trigger person_keeps_primary_address on person;
      drop function rygrad_keep_primary_address();
    `);
  }
}

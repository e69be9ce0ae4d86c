import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the young person shared, behind a wall of its own: the case organisation and whoever holds the enquiry.
 * The row follows the chain by a trigger, because who hands on may not write rows that belong to the receiver.
 */
export class EnquiriesCreateEnquiryPerson implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enquiry_person (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        enquiry_id uuid not null,
        case_organisation_id uuid,
        holder_organisation_id uuid not null,
        first_name text not null check (length(first_name) between 1 and 60),
        age_band text not null,
        wish text not null check (length(wish) <= 1000),
        contact_channel text not null check (contact_channel in ('phone', 'email', 'through-caseworker')),
        contact_address text check (length(contact_address) <= 254),
        locale text not null default 'da' check (locale in ('da', 'en')),
        consent_version text not null check (length(consent_version) <= 40),
        consented_at timestamptz not null,
        participant_id uuid,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, enquiry_id),
        foreign key (alliance_id, enquiry_id) references enquiry (alliance_id, id) on delete cascade,
        check ((contact_address is null) = (contact_channel = 'through-caseworker'))
      );
      create index enquiry_person_participant on enquiry_person (alliance_id, participant_id);
      select rygrad_protect_alliance_table('enquiry_person');
      select rygrad_protect_person_table('enquiry_person', 'case_organisation_id', 'holder_organisation_id');

      create function enquiry_person_follows_holder() returns trigger
      language plpgsql set search_path = public, pg_temp as $$
      declare as_before text := coalesce(current_setting('app.system', true), '');
      begin
        perform set_config('app.system', 'on', true);
        update enquiry_person set holder_organisation_id = new.holder_organisation_id
        where alliance_id = new.alliance_id and enquiry_id = new.id;
        perform set_config('app.system', as_before, true);
        return null;
      end $$;
      create trigger enquiry_person_follows_holder
        after update of holder_organisation_id on enquiry
        for each row when (old.holder_organisation_id is distinct from new.holder_organisation_id)
        execute function enquiry_person_follows_holder();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger enquiry_person_follows_holder on enquiry;
      drop function enquiry_person_follows_holder();
      drop table enquiry_person;
    `);
  }
}

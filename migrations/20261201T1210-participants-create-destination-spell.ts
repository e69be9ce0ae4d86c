import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Destinations as spells: an end is filled in once, a mistake is taken back, nothing is overwritten. */
export class ParticipantsCreateDestinationSpell implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table destination_spell (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        participant_id uuid not null,
        type_key text not null,
        from_on date not null,
        to_on date,
        source text not null check (source in
          ('young-person', 'company', 'school', 'jobcentre', 'income-register', 'caseworker')),
        confidence text not null check (confidence in ('certain', 'uncertain')),
        partner_organisation_id uuid,
        confirmed_on date not null,
        confirmed_by_name text check (length(confirmed_by_name) <= 200),
        next_review_on date,
        retracted_at timestamptz,
        retracted_reason text check (length(retracted_reason) <= 300),
        logged_by_person_id uuid,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, participant_id) references participant (alliance_id, id) on delete cascade,
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, partner_organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, type_key) references destination_type (alliance_id, key),
        check (to_on >= from_on),
        check ((retracted_at is null) = (retracted_reason is null)),
        exclude using gist (participant_id with =, type_key with =, daterange(from_on, to_on, '[]') with &&)
          where (retracted_at is null)
      );
      create index destination_spell_participant on destination_spell (alliance_id, participant_id, from_on, id);
      create index destination_spell_review on destination_spell (alliance_id, next_review_on)
        where retracted_at is null and next_review_on is not null;

      create table destination_confirmation (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        spell_id uuid not null,
        source text not null,
        confidence text not null check (confidence in ('certain', 'uncertain')),
        confirmed_on date not null,
        confirmed_by_name text check (length(confirmed_by_name) <= 200),
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, spell_id) references destination_spell (alliance_id, id) on delete cascade
      );
      create index destination_confirmation_spell on destination_confirmation (alliance_id, spell_id, id);

      select rygrad_protect_alliance_table('destination_spell');
      select rygrad_protect_person_table('destination_spell', 'organisation_id');
      select rygrad_protect_alliance_table('destination_confirmation');
      select rygrad_protect_person_table('destination_confirmation', 'organisation_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table destination_confirmation, destination_spell`);
  }
}

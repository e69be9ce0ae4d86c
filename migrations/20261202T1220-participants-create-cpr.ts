import type { MigrationInterface, QueryRunner } from 'typeorm';

/** CPR numbers, off until an alliance turns them on: sealed, found by a keyed hash, one of a person in an organisation. */
export class ParticipantsCreateCpr implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table participant_setting (
        alliance_id uuid primary key references alliance (id) on delete cascade,
        cpr_enabled boolean not null default false,
        version int not null default 1
      );

      create table participant_cpr (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        participant_id uuid not null,
        sealed bytea not null,
        lookup bytea not null check (octet_length(lookup) = 32),
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, participant_id),
        unique (alliance_id, organisation_id, lookup),
        foreign key (alliance_id, participant_id) references participant (alliance_id, id) on delete cascade,
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );

      select rygrad_protect_alliance_table('participant_setting');
      select rygrad_protect_alliance_table('participant_cpr');
      select rygrad_protect_person_table('participant_cpr', 'organisation_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table participant_cpr, participant_setting`);
  }
}

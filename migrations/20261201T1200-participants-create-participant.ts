import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Young people under the municipality's pseudonymous id: no name, no CPR number. */
export class ParticipantsCreateParticipant implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table destination_type (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        key text not null check (length(key) between 1 and 60),
        name_da text collate "da-x-icu" not null check (length(name_da) between 1 and 100),
        name_en text not null check (length(name_en) between 1 and 100),
        class text not null check (class in ('positive', 'other', 'not-positive', 'unknown')),
        position int not null,
        active boolean not null default true,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, key)
      );

      create table participant (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        pseudonym text not null check (length(pseudonym) between 2 and 40),
        birth_year int not null check (birth_year between 1940 and 2040),
        sex text check (sex in ('female', 'male', 'other')),
        district text collate "da-x-icu" check (length(district) <= 80),
        school text collate "da-x-icu" check (length(school) <= 120),
        outlook text not null default '' check (length(outlook) <= 2000),
        insight text not null default '' check (length(insight) <= 2000),
        skills text not null default '' check (length(skills) <= 2000),
        consent_purpose text not null check (length(consent_purpose) between 1 and 300),
        consent_text_version text not null check (length(consent_text_version) between 1 and 40),
        consent_given_on date not null,
        consent_expires_on date not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, organisation_id, pseudonym),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        check (consent_expires_on >= consent_given_on)
      );
      create index participant_pseudonym on participant (alliance_id, pseudonym text_pattern_ops, id);

      select rygrad_protect_alliance_table('destination_type');
      select rygrad_protect_alliance_table('participant');
      select rygrad_protect_person_table('participant', 'organisation_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table participant, destination_type`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several addresses of a person, closing an access, and where somebody who was two people went. */
export class PlatformExtendPerson implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column deactivated_at timestamptz,
        add column merged_into uuid references person (id) on delete cascade;
      create index person_merged_into on person (merged_into) where merged_into is not null;

      create table person_address (
        email citext primary key check (length(email) <= 254),
        person_id uuid not null references person (id) on delete cascade,
        verified_at timestamptz not null default now(),
        unique (person_id, email)
      );

      create table address_proof (
        id uuid primary key,
        purpose text not null check (length(purpose) between 1 and 40),
        subject_id uuid not null,
        email citext not null check (length(email) <= 254),
        code_hash bytea not null,
        attempts int not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz
      );
      create index address_proof_subject on address_proof (purpose, subject_id, created_at);
      create index address_proof_email on address_proof (email, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table address_proof, person_address;
      alter table person drop column merged_into, drop column deactivated_at;
    `);
  }
}

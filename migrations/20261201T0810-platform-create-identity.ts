import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, their sessions and the single-use proofs that open one. */
export class PlatformCreateIdentity implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        email citext not null unique check (length(email) <= 254),
        locale text not null default 'da' check (locale in ('da', 'en')),
        is_admin boolean not null default false,
        created_at timestamptz not null default now()
      );
      create table session (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        token_hash bytea not null unique,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_person on session (person_id);
      create table sign_in (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        token_hash bytea not null unique,
        code_hash bytea not null,
        attempts int not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz
      );
      create index sign_in_person on sign_in (person_id, created_at);
      create table installation_claim (
        id uuid primary key,
        token_hash bytea not null,
        created_at timestamptz not null,
        spent_at timestamptz
      );
      create table idempotency (
        person_id uuid not null references person (id) on delete cascade,
        key text not null check (length(key) between 1 and 200),
        request_hash bytea not null,
        status int,
        body text,
        created_at timestamptz not null default now(),
        primary key (person_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency, installation_claim, sign_in, session, person`);
  }
}

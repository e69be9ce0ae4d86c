import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, the challenges they answer, and the mailed codes with which a session is confirmed again. */
export class PlatformCreatePasskey implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
        public_key bytea not null check (length(public_key) <= 4096),
        user_handle bytea not null check (length(user_handle) between 1 and 64),
        sign_count bigint not null default 0,
        transports text[] not null default '{}',
        name text not null check (length(name) between 1 and 80),
        is_synced boolean not null default false,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index passkey_person on passkey (person_id);
      create table passkey_challenge (
        id uuid primary key,
        purpose text not null check (purpose in ('register', 'sign-in', 'step-up')),
        challenge bytea not null,
        session_id uuid references session (id) on delete cascade,
        expires_at timestamptz not null,
        check ((purpose = 'sign-in') = (session_id is null))
      );
      create index passkey_challenge_expires on passkey_challenge (expires_at);
      create index passkey_challenge_session on passkey_challenge (session_id);
      create table step_up (
        id uuid primary key,
        session_id uuid not null references session (id) on delete cascade,
        code_hash bytea not null,
        attempts int not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz
      );
      create index step_up_session on step_up (session_id, created_at);
      create index step_up_expires on step_up (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table step_up, passkey_challenge, passkey`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs (the truth behind every queue), files, and links for people without an account. */
export class PlatformCreateJobFileLink implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id uuid primary key,
        queue text not null,
        key text not null,
        payload jsonb not null,
        state text not null default 'pending' check (state in ('pending', 'running', 'done', 'dead')),
        run_at timestamptz not null,
        lease_until timestamptz,
        attempts int not null default 0,
        max_attempts int not null,
        progress_done int,
        progress_total int,
        last_error text,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        unique (queue, key)
      );
      create index job_due on job (queue, run_at) where state = 'pending';
      create index job_leased on job (lease_until) where state = 'running';

      create table file (
        id uuid primary key,
        alliance_id uuid not null,
        name text not null check (length(name) between 1 and 255),
        media_type text not null,
        sha256 bytea not null,
        size int not null,
        bytes bytea not null,
        created_at timestamptz not null,
        unique (alliance_id, id)
      );
      create index file_alliance on file (alliance_id, id);
      select rygrad_protect_alliance_table('file');

      create table link (
        id uuid primary key,
        alliance_id uuid not null,
        purpose text not null,
        subject_id uuid not null,
        organisation_id uuid,
        token_hash bytea not null unique,
        email citext not null,
        name text not null,
        locale text not null check (locale in ('da', 'en')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz,
        revoked_at timestamptz,
        code_hash bytea,
        code_expires_at timestamptz,
        code_attempts int not null default 0,
        code_sent int not null default 0,
        unique (alliance_id, id)
      );
      create index link_subject on link (alliance_id, purpose, subject_id);
      select rygrad_protect_alliance_table('link');

      create function rygrad_alliance_of_link(hash bytea) returns uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select alliance_id from link where token_hash = hash $$;
      revoke all on function rygrad_alliance_of_link(bytea) from public;
      grant execute on function rygrad_alliance_of_link(bytea) to rygrad_app;

      create table access_log (
        id uuid primary key,
        alliance_id uuid not null,
        subject_kind text not null,
        subject_id uuid not null,
        actor_kind text not null,
        actor_id uuid,
        purpose text not null,
        correlation_id text,
        occurred_at timestamptz not null
      );
      create index access_log_subject on access_log (alliance_id, subject_kind, subject_id, id);
      select rygrad_protect_alliance_table('access_log');
      revoke update, delete, truncate on access_log from rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access_log;
      drop function rygrad_alliance_of_link(bytea);
      drop table link, file, job;
    `);
  }
}

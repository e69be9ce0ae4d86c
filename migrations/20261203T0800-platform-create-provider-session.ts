import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session that came through an identity provider must know to end there and here, and logouts already obeyed. */
export class PlatformCreateProviderSession implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table provider_session (
        session_id uuid primary key references session (id) on delete cascade,
        login_id uuid not null references person_login (id) on delete cascade,
        provider_id uuid not null references identity_provider (id) on delete cascade,
        subject_hash bytea not null,
        sid_hash bytea,
        id_token_sealed bytea check (octet_length(id_token_sealed) <= 8192)
      );
      create index provider_session_login on provider_session (login_id);
      create index provider_session_subject on provider_session (provider_id, subject_hash);

      create function rygrad_forget_provider_session() returns trigger language plpgsql as $$
      begin
        delete from provider_session where session_id = new.id;
        return null;
      end $$;
      create trigger session_forgets_provider after update of ended_at on session
        for each row when (new.ended_at is not null) execute function rygrad_forget_provider_session();

      create table provider_logout (
        provider_id uuid not null references identity_provider (id) on delete cascade,
        jti_hash bytea not null,
        expires_at timestamptz not null,
        primary key (provider_id, jti_hash)
      );
      create index provider_logout_expires on provider_logout (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table provider_logout;
      drop trigger session_forgets_provider on session;
      drop function rygrad_forget_provider_session;
      drop table provider_session;
    `);
  }
}

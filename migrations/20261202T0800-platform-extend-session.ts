import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person sees of their sessions, when one was last confirmed, and the token before the present one. */
export class PlatformExtendSession implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column user_agent text check (length(user_agent) <= 400),
        add column method text not null default 'link' check (length(method) between 1 and 40),
        add column confirmed_at timestamptz not null default now(),
        add column previous_token_hash bytea,
        add column rotated_at timestamptz;
      update session set confirmed_at = created_at;
      create index session_previous_token on session (previous_token_hash) where previous_token_hash is not null;
      create index session_outdated on session (last_used_at);
      create index sign_in_outdated on sign_in (expires_at);
      create index idempotency_outdated on idempotency (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index idempotency_outdated, sign_in_outdated, session_outdated, session_previous_token;
      alter table session drop column rotated_at, drop column previous_token_hash, drop column confirmed_at,
        drop column method, drop column user_agent;
    `);
  }
}

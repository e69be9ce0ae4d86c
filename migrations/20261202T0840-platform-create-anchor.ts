import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Heads of all chains, kept outside: a chain that was cut off at its end, or rewritten as a whole, shows against a head
 * it once had. The rows here are one witness; the files, mails and webhook calls made of them are the others.
 */
export class PlatformCreateAnchor implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table anchor (
        id uuid primary key,
        anchored_at timestamptz not null,
        cause text not null check (cause in ('daily', 'demand')),
        file_name text not null unique check (length(file_name) <= 100),
        document text not null,
        digest bytea not null check (length(digest) = 32),
        webhook_status int,
        webhook_fault text
      );
      revoke update, delete, truncate on anchor from rygrad_app;
      grant update (webhook_status, webhook_fault) on anchor to rygrad_app;

      create table anchor_setting (
        id int primary key default 1 check (id = 1),
        mail_to text[] not null default '{}' check (cardinality(mail_to) <= 10),
        webhook_url text check (length(webhook_url) <= 2000),
        webhook_secret bytea,
        version int not null default 1
      );
      insert into anchor_setting default values;
      revoke insert, delete, truncate on anchor_setting from rygrad_app;

      create function rygrad_chain_heads() returns table (alliance_id uuid, seq bigint, hash bytea)
        language sql stable security definer set search_path = public, pg_temp
        as $$ select distinct on (s.alliance_id) s.alliance_id, s.seq, s.hash from event_seal s
              where not exists (select from alliance a where a.id = s.alliance_id and a.is_example)
              order by s.alliance_id, s.seq desc $$;
      revoke all on function rygrad_chain_heads() from public;
      grant execute on function rygrad_chain_heads() to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_chain_heads();
      drop table anchor_setting, anchor;
    `);
  }
}

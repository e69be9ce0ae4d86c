import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses that are told what happens in an alliance. Each follows the alliance's sequence by itself (`after_seq`), so
 * that writers of events know nothing of webhooks and nothing is missed; every message and every try is kept.
 */
export class PlatformCreateWebhook implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text not null check (length(name) between 1 and 100),
        url text not null check (length(url) <= 2000),
        types text[] not null default '{}',
        secret bytea not null,
        previous_secret bytea,
        previous_until timestamptz,
        state text not null default 'active' check (state in ('active', 'paused')),
        pause_reason text check (pause_reason in ('person', 'failing', 'gone', 'administrator')),
        failing_since timestamptz,
        last_delivered_at timestamptz,
        after_seq bigint not null,
        created_by uuid references person (id) on delete set null,
        created_at timestamptz not null,
        version int not null default 1,
        unique (alliance_id, id),
        check ((state = 'paused') = (pause_reason is not null))
      );
      create index webhook_alliance on webhook (alliance_id, id);
      create index webhook_person on webhook (created_by);
      select rygrad_protect_alliance_table('webhook');

      insert into person_reference (table_name, column_name, on_merge) values ('webhook', 'created_by', 'move');

      create table webhook_message (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        webhook_id uuid not null,
        event_id uuid,
        type text not null,
        state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
        round int not null default 0,
        attempts int not null default 0,
        attempts_this_round int not null default 0,
        next_at timestamptz,
        status int,
        took_ms int,
        fault text,
        created_at timestamptz not null,
        attempted_at timestamptz,
        unique (alliance_id, id),
        unique (webhook_id, event_id),
        foreign key (alliance_id, webhook_id) references webhook (alliance_id, id) on delete cascade
      );
      create index webhook_message_webhook on webhook_message (alliance_id, webhook_id, created_at, id);
      create index webhook_message_waiting on webhook_message (alliance_id, webhook_id) where state = 'pending';
      select rygrad_protect_alliance_table('webhook_message');

      create table webhook_attempt (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        message_id uuid not null,
        attempted_at timestamptz not null,
        status int,
        took_ms int not null,
        fault text,
        answer text not null default '' check (length(answer) <= 500),
        unique (alliance_id, id),
        foreign key (alliance_id, message_id) references webhook_message (alliance_id, id) on delete cascade
      );
      create index webhook_attempt_message on webhook_attempt (alliance_id, message_id, id);
      select rygrad_protect_alliance_table('webhook_attempt');

      create function rygrad_alliances_with_webhooks_behind() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select distinct w.alliance_id from webhook w
              where w.state = 'active'
                and exists (select from event_seal s where s.alliance_id = w.alliance_id and s.seq > w.after_seq) $$;
      revoke all on function rygrad_alliances_with_webhooks_behind() from public;
      grant execute on function rygrad_alliances_with_webhooks_behind() to rygrad_app;

      create function rygrad_installation_integrations()
        returns table (kind text, id uuid, alliance_id uuid, alliance_name text, name text, owner_id uuid, url text,
                       state text, created_at timestamptz, last_used_at timestamptz, expires_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp
        as $$ select 'token', t.id, t.alliance_id, a.name, t.name, t.person_id, null,
                case when t.revoked_at is null then 'active' else 'revoked' end, t.created_at, t.last_used_at, t.expires_at
              from api_token t join alliance a on a.id = t.alliance_id
              where exists (select from person p where p.id = app_person() and p.is_admin)
              union all
              select 'webhook', w.id, w.alliance_id, a.name, w.name, w.created_by, w.url, w.state, w.created_at,
                w.last_delivered_at, null
              from webhook w join alliance a on a.id = w.alliance_id
              where exists (select from person p where p.id = app_person() and p.is_admin) $$;
      revoke all on function rygrad_installation_integrations() from public;
      grant execute on function rygrad_installation_integrations() to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from person_reference where table_name = 'webhook';
      drop function rygrad_installation_integrations();
      drop function rygrad_alliances_with_webhooks_behind();
      drop table webhook_attempt, webhook_message, webhook;
    `);
  }
}

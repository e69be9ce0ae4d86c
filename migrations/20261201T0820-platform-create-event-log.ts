import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The event log: audit trail, outbox and feed in one. Insert-only for the application; the sealer gives each
 * committed event its place in the alliance's sequence and chains it to the one before.
 */
export class PlatformCreateEventLog implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event (
        id uuid primary key,
        alliance_id uuid not null,
        type text not null,
        occurred_at timestamptz not null,
        actor_kind text not null check (actor_kind in ('person', 'link', 'system')),
        actor_id uuid,
        actor_name text,
        correlation_id text,
        subject_kind text not null,
        subject_id uuid not null,
        payload jsonb not null
      );
      create index event_alliance on event (alliance_id, id);
      create index event_subject on event (alliance_id, subject_kind, subject_id, id);
      create table event_seal (
        alliance_id uuid not null,
        seq bigint not null,
        event_id uuid not null references event (id),
        previous_hash bytea not null,
        hash bytea not null,
        sealed_at timestamptz not null default now(),
        primary key (alliance_id, seq),
        unique (event_id)
      );
      select rygrad_protect_alliance_table('event');
      select rygrad_protect_alliance_table('event_seal');
      revoke update, delete, truncate on event, event_seal from rygrad_app;

      create function rygrad_unsealed_alliances(since uuid) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select distinct e.alliance_id from event e
              where e.id > since and not exists (select from event_seal s where s.event_id = e.id) $$;
      revoke all on function rygrad_unsealed_alliances(uuid) from public;
      grant execute on function rygrad_unsealed_alliances(uuid) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_unsealed_alliances(uuid);
      drop table event_seal, event;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which programs work as the person who made them, in one alliance, within scopes, until a date. */
export class PlatformCreateApiToken implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_token (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        name text not null check (length(name) between 1 and 100),
        beginning text not null check (length(beginning) <= 12),
        token_hash bytea not null unique,
        scopes text[] not null check (cardinality(scopes) between 1 and 50),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        unique (alliance_id, id)
      );
      create index api_token_alliance on api_token (alliance_id, id);
      create index api_token_person on api_token (person_id);
      select rygrad_protect_alliance_table('api_token');

      create function rygrad_api_token(hash bytea)
        returns table (id uuid, alliance_id uuid, person_id uuid, scopes text[], expires_at timestamptz,
                       revoked_at timestamptz, last_used_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp
        as $$ select id, alliance_id, person_id, scopes, expires_at, revoked_at, last_used_at
              from api_token where token_hash = hash $$;
      revoke all on function rygrad_api_token(bytea) from public;
      grant execute on function rygrad_api_token(bytea) to rygrad_app;

      insert into person_reference (table_name, column_name, on_merge) values ('api_token', 'person_id', 'drop');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from person_reference where table_name = 'api_token';
      drop function rygrad_api_token(bytea);
      drop table api_token;
    `);
  }
}

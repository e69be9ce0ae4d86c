import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity providers, the logins people have linked at them, and sign-ins that are under way. */
export class PlatformCreateLogin implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_provider (
        id uuid primary key,
        kind text not null check (kind in ('organisation', 'mitid-erhverv')),
        name_da text not null check (length(name_da) between 1 and 80),
        name_en text not null check (length(name_en) between 1 and 80),
        issuer text not null check (length(issuer) <= 500),
        client_id text not null check (length(client_id) between 1 and 300),
        client_secret_sealed bytea not null,
        cvrs text[] not null default '{}',
        is_active boolean not null,
        version int not null default 1,
        created_at timestamptz not null
      );
      create table identity_provider_domain (
        domain text primary key check (domain = lower(domain) and length(domain) <= 253),
        provider_id uuid not null references identity_provider (id) on delete cascade
      );
      create index identity_provider_domain_provider on identity_provider_domain (provider_id);

      create table person_login (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        provider_id uuid not null references identity_provider (id) on delete cascade,
        issuer text not null check (length(issuer) <= 500),
        subject text not null check (length(subject) between 1 and 500),
        vouched_for text check (length(vouched_for) <= 254),
        linked_at timestamptz not null,
        last_used_at timestamptz not null,
        unique (issuer, subject)
      );
      create index person_login_person on person_login (person_id);
      create index person_login_provider on person_login (provider_id);

      create table login_attempt (
        id uuid primary key,
        provider_id uuid not null references identity_provider (id) on delete cascade,
        state_hash bytea not null unique,
        browser_hash bytea not null,
        secrets_sealed bytea not null,
        person_id uuid references person (id) on delete cascade,
        session_id uuid references session (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz,
        check ((person_id is null) = (session_id is null))
      );
      create index login_attempt_expires on login_attempt (expires_at);
      create index login_attempt_person on login_attempt (person_id) where person_id is not null;
      create index login_attempt_session on login_attempt (session_id) where session_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table login_attempt, person_login, identity_provider_domain, identity_provider');
  }
}

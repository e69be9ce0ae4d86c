import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasures that were asked for and carried out (ids and counts, no person data; the installation's own under its nil
 * id), what each alliance has decided about retention, and what each run of it removed.
 */
export class PlatformCreateErasure implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasure (
        id uuid primary key,
        alliance_id uuid not null,
        subject_kind text not null check (length(subject_kind) between 1 and 100),
        subject_id uuid not null,
        reason text not null check (reason in ('asked', 'retention')),
        asked_by uuid,
        asked_at timestamptz not null,
        done_at timestamptz,
        replayed_at timestamptz,
        counts jsonb not null default '[]',
        unique (alliance_id, id),
        unique (alliance_id, subject_kind, subject_id)
      );
      create index erasure_asked on erasure (alliance_id, asked_at desc, id);
      select rygrad_protect_alliance_table('erasure');
      revoke delete, truncate on erasure from rygrad_app;

      create table retention_rule (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text not null check (length(name) between 1 and 100),
        months int not null check (months between 1 and 1200),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, name)
      );
      create table retention_run (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        rule text not null check (length(rule) between 1 and 100),
        day date not null,
        before timestamptz not null,
        rows int not null check (rows >= 0),
        ran_at timestamptz not null,
        unique (alliance_id, id),
        unique (alliance_id, rule, day)
      );
      select rygrad_protect_alliance_table('retention_rule');
      select rygrad_protect_alliance_table('retention_run');
      revoke update, delete, truncate on retention_run from rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table retention_run, retention_rule, erasure');
  }
}

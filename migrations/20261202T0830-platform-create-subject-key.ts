import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an event says about a person lies encrypted in it, with a key per person. Erasing the person destroys the key:
 * the chain of seals covers the ciphertext and still holds.
 */
export class PlatformCreateSubjectKey implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subject_key (
        id uuid primary key,
        alliance_id uuid not null,
        subject_kind text not null check (length(subject_kind) between 1 and 100),
        subject_id uuid not null,
        sealed bytea,
        created_at timestamptz not null,
        destroyed_at timestamptz,
        unique (alliance_id, subject_kind, subject_id),
        check ((sealed is null) = (destroyed_at is not null))
      );
      select rygrad_protect_alliance_table('subject_key');
      revoke delete, truncate on subject_key from rygrad_app;

      alter table event
        add column personal_kind text,
        add column personal_id uuid,
        add column personal bytea,
        add check ((personal is null) = (personal_kind is null) and (personal is null) = (personal_id is null));

      alter table access_log add column organisation_id uuid;
      create index access_log_occurred on access_log (alliance_id, occurred_at);

      alter table person add column erased_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person drop column erased_at;
      drop index access_log_occurred;
      alter table access_log drop column organisation_id;
      alter table event drop column personal, drop column personal_id, drop column personal_kind;
      drop table subject_key;
    `);
  }
}

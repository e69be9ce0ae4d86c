import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the history is narrowed by stands beside the seal, in the order of the sequence and written by the sealer: a page
 * is picked from narrow rows, and writers of events carry none of it.
 */
export class PlatformExtendEventSeal implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table event_seal
        add column type text,
        add column occurred_at timestamptz,
        add column actor_kind text,
        add column actor_id uuid,
        add column subject_kind text,
        add column subject_id uuid,
        add column words text collate "C"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table event_seal
        drop column type, drop column occurred_at, drop column actor_kind, drop column actor_id,
        drop column subject_kind, drop column subject_id, drop column words`);
  }
}

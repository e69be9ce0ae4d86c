import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of one thing is found in the order of the sequence, so that nothing is sorted; the index over the events
 * themselves, which every writer had to keep, is read by nobody any more. The columns stay nullable: a seal whose event
 * somebody removed has nothing to say.
 */
export class PlatformIndexEventSeal implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index event_seal_subject on event_seal (alliance_id, subject_kind, subject_id, seq);
      drop index event_subject`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index event_seal_subject;
      create index event_subject on event (alliance_id, subject_kind, subject_id, id)`);
  }
}

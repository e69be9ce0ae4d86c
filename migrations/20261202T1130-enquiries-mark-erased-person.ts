import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain stays when what the young person shared is erased; it says so, also to those who may not see people. */
export class EnquiriesMarkErasedPerson implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enquiry add column person_erased_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table enquiry drop column person_erased_at`);
  }
}

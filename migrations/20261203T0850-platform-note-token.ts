import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which API token a person acted by, if by one. Covered by the chain where it is filled. */
export class PlatformNoteToken implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table event add column token_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table event drop column token_id');
  }
}

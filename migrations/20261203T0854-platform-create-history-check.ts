import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks of an alliance's chain that were asked for, and what each found; the work itself is a job. */
export class PlatformCreateHistoryCheck implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table history_check (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        asked_at timestamptz not null,
        finished_at timestamptz,
        found jsonb,
        unique (alliance_id, id),
        check ((finished_at is null) = (found is null))
      );
      select rygrad_protect_alliance_table('history_check')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table history_check');
  }
}

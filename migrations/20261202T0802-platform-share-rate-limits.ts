import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attempts counted for all processes together; columns and their order are those rate-limiter-flexible writes. Unlogged:
 * after a crash of the database everybody starts from zero, which is harmless, and no attempt waits for a disk.
 */
export class PlatformShareRateLimits implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table rate_limit (
        key varchar(255) primary key,
        points int not null default 0,
        expire bigint
      );
      create index rate_limit_expire on rate_limit (expire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rate_limit`);
  }
}

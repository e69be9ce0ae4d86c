import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers kept for repeated requests are sealed (they can hold what is shown once only), and that something was done is
 * written down by the transaction that did it. Answers kept so far go: they were readable.
 */
export class PlatformSealKeptAnswers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotency
        drop column body,
        add column id uuid not null default gen_random_uuid() unique,
        add column sealed_body bytea,
        add column acted_at timestamptz;
      update idempotency set acted_at = created_at where status is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotency drop column acted_at, drop column sealed_body, drop column id, add column body text;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As owner over all alliances, whether or not the owner may step round row-level security. */
const asOwner = (sql: string): string => `
  alter table event no force row level security;
  alter table event_seal no force row level security;
  ${sql}
  alter table event_seal force row level security;
  alter table event force row level security;`;

/** Seals of before say what the sealer writes from now on. */
export class PlatformBackfillEventSeal implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      asOwner(`
        update event_seal s set type = e.type, occurred_at = e.occurred_at, actor_kind = e.actor_kind,
          actor_id = e.actor_id, subject_kind = e.subject_kind, subject_id = e.subject_id,
          words = lower(coalesce((select string_agg(part.value, ' ') from jsonb_each_text(e.payload) part), '')
            collate "da-x-icu")
        from event e where e.id = s.event_id and s.type is null;`),
    );
  }

  async down(): Promise<void> {
    // The columns go with the migration before.
  }
}

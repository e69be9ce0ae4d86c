import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The owner is under row-level security like everybody (FORCE); for a moment it is not, in this transaction only. */
const asOwner = (work: string): string => `
  alter table participant no force row level security;
  alter table participant_consent no force row level security;
  alter table participant_consent_text no force row level security;
  ${work}
  alter table participant_consent_text force row level security;
  alter table participant_consent force row level security;
  alter table participant force row level security;`;

/** The one consent that each participant had becomes the first line of its history. Its text was not kept. */
export class ParticipantsBackfillConsent implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      asOwner(`
        insert into participant_consent_text (id, alliance_id, organisation_id, purpose, text_version, created_at)
        select gen_random_uuid(), p.alliance_id, p.organisation_id, p.consent_purpose, p.consent_text_version,
          min(p.created_at)
        from participant p group by 2, 3, 4, 5
        on conflict (alliance_id, organisation_id, purpose, text_version) do nothing;

        insert into participant_consent (id, alliance_id, organisation_id, participant_id, text_id, given_on, expires_on,
          created_at)
        select gen_random_uuid(), p.alliance_id, p.organisation_id, p.id, t.id, p.consent_given_on, p.consent_expires_on,
          p.created_at
        from participant p
        join participant_consent_text t on t.alliance_id = p.alliance_id and t.organisation_id = p.organisation_id
          and t.purpose = p.consent_purpose and t.text_version = p.consent_text_version
        where not exists (select from participant_consent c
          where c.alliance_id = p.alliance_id and c.participant_id = p.id);`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner('delete from participant_consent; delete from participant_consent_text;'));
  }
}

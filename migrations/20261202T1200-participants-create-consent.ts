import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Consents as a history: what was asked in which words, given and expiring when, withdrawn by whom and why. The text of a
 * version stands for good: the application may add texts, not change them.
 */
export class ParticipantsCreateConsent implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table participant_consent_text (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        purpose text not null check (length(purpose) between 1 and 300),
        text_version text not null check (length(text_version) between 1 and 40),
        body text check (length(body) between 1 and 8000),
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, organisation_id, purpose, text_version),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );
      comment on column participant_consent_text.body is 'null: used before the texts were kept';

      create table participant_consent (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        participant_id uuid not null,
        text_id uuid not null,
        given_by text check (given_by in ('young-person', 'custody-holder')),
        given_on date not null,
        expires_on date not null,
        recorded_by_person_id uuid references person (id) on delete set null,
        withdrawn_at timestamptz,
        withdrawn_by text check (withdrawn_by in ('young-person', 'custody-holder', 'organisation')),
        withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
        withdrawal_recorded_by_person_id uuid references person (id) on delete set null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, participant_id) references participant (alliance_id, id) on delete cascade,
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, text_id) references participant_consent_text (alliance_id, id),
        check (expires_on >= given_on),
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
      );
      create index participant_consent_participant on participant_consent (alliance_id, participant_id, given_on);

      select rygrad_protect_alliance_table('participant_consent_text');
      select rygrad_protect_person_table('participant_consent_text', 'organisation_id');
      select rygrad_protect_alliance_table('participant_consent');
      select rygrad_protect_person_table('participant_consent', 'organisation_id');
      revoke update, delete on participant_consent_text from rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table participant_consent, participant_consent_text`);
  }
}

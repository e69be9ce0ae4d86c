import type { MigrationInterface, QueryRunner } from 'typeorm';

const decisive = `
  select coalesce((c.withdrawn_at at time zone 'Europe/Copenhagen')::date, c.expires_on) as ends_on,
    c.withdrawn_at is not null as withdrawn, c.given_on, t.purpose, t.text_version
  from participant_consent c
  join participant_consent_text t on t.alliance_id = c.alliance_id and t.id = c.text_id`;

/**
 * The history is the truth. A participant keeps only what lists, retention and counts ask of it: when its consents end,
 * and whether by withdrawal. The consent that ends last decides (consent.ts); a trigger keeps it so.
 */
export class ParticipantsFoldConsent implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table participant rename column consent_expires_on to consent_ends_on;
      alter table participant drop column consent_purpose, drop column consent_text_version,
        drop column consent_given_on, add column consent_withdrawn boolean not null default false;
      create index participant_consent_end on participant (alliance_id, consent_ends_on);

      create function participant_consent_folds() returns trigger
      language plpgsql set search_path = public, pg_temp as $$
      begin
        update participant p set consent_ends_on = d.ends_on, consent_withdrawn = d.withdrawn
        from (${decisive}
          where c.alliance_id = new.alliance_id and c.participant_id = new.participant_id
          order by 1 desc, 2 limit 1) d
        where p.alliance_id = new.alliance_id and p.id = new.participant_id
          and (p.consent_ends_on, p.consent_withdrawn) is distinct from (d.ends_on, d.withdrawn);
        return null;
      end $$;
      create trigger participant_consent_folds after insert or update on participant_consent
        for each row execute function participant_consent_folds();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger participant_consent_folds on participant_consent;
      drop function participant_consent_folds();
      drop index participant_consent_end;
      alter table participant rename column consent_ends_on to consent_expires_on;
      alter table participant drop column consent_withdrawn, add column consent_purpose text,
        add column consent_text_version text, add column consent_given_on date;

      alter table participant no force row level security;
      alter table participant_consent no force row level security;
      alter table participant_consent_text no force row level security;
      update participant p set consent_purpose = d.purpose, consent_text_version = d.text_version,
        consent_given_on = d.given_on, consent_expires_on = greatest(d.ends_on, d.given_on)
      from participant q
      cross join lateral (${decisive} where c.alliance_id = q.alliance_id and c.participant_id = q.id
        order by 1 desc, 2 limit 1) d
      where q.id = p.id;
      alter table participant_consent_text force row level security;
      alter table participant_consent force row level security;
      alter table participant force row level security;

      alter table participant alter column consent_purpose set not null,
        alter column consent_text_version set not null, alter column consent_given_on set not null,
        add check (length(consent_purpose) between 1 and 300),
        add check (length(consent_text_version) between 1 and 40),
        add check (consent_expires_on >= consent_given_on);
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due for whom and whether they were told; the alliance's rules for it; and when each person last looked. */
export class RemindersCreateReminder implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        kind text not null check (length(kind) <= 100),
        subject_kind text not null check (length(subject_kind) <= 100),
        subject_id uuid not null,
        due_at timestamptz not null,
        recipient_email text not null check (length(recipient_email) <= 254),
        recipient_name text collate "da-x-icu" not null check (length(recipient_name) <= 200),
        recipient_locale text not null check (recipient_locale in ('da', 'en')),
        person_id uuid references person (id) on delete set null,
        title_da text not null check (length(title_da) <= 300),
        title_en text not null check (length(title_en) <= 300),
        detail_da text check (length(detail_da) <= 300),
        detail_en text check (length(detail_en) <= 300),
        path text not null check (length(path) <= 500),
        state text not null default 'pending'
          check (state in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'on_screen', 'dropped')),
        send_at timestamptz not null,
        snoozed_until timestamptz,
        delivery_id uuid,
        mailed_at timestamptz,
        settled_at timestamptz,
        code text,
        closed_at timestamptz,
        closed_as text check (closed_as in ('done', 'not_due')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, subject_id, subject_kind, kind, due_at, recipient_email),
        check ((closed_at is null) = (closed_as is null))
      );
      create index reminder_open on reminder (alliance_id, due_at, id) where closed_at is null;
      create index reminder_due on reminder (alliance_id, due_at, id);
      create index reminder_recipient on reminder (alliance_id, recipient_name, id);
      create index reminder_delivery on reminder (alliance_id, delivery_id) where delivery_id is not null;
      create index reminder_waiting on reminder (alliance_id, send_at)
        where state = 'pending' and delivery_id is null and closed_at is null;
      create index reminder_mailed on reminder (alliance_id, mailed_at) where mailed_at is not null;
      create index reminder_person on reminder (alliance_id, person_id) where closed_at is null;

      create table reminder_rule (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        kind text not null check (length(kind) <= 100),
        enabled boolean not null,
        after_days int not null check (after_days between 0 and 365),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, kind)
      );

      create table reminder_settings (
        id uuid primary key,
        alliance_id uuid not null unique references alliance (id) on delete cascade,
        quiet_from text not null check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        quiet_to text not null check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        quiet_on_sundays boolean not null,
        quiet_on_holidays boolean not null,
        mails_per_day int not null check (mails_per_day between 1 and 10),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        check (quiet_to < quiet_from)
      );

      create table reminder_visit (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        seen_at timestamptz not null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, person_id)
      );

      select rygrad_protect_alliance_table('reminder');
      select rygrad_protect_alliance_table('reminder_rule');
      select rygrad_protect_alliance_table('reminder_settings');
      select rygrad_protect_alliance_table('reminder_visit');

      create function rygrad_alliances_to_remind() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select id from alliance $$;
      revoke all on function rygrad_alliances_to_remind() from public;
      grant execute on function rygrad_alliances_to_remind() to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_alliances_to_remind();
      drop table reminder_visit, reminder_settings, reminder_rule, reminder;
    `);
  }
}

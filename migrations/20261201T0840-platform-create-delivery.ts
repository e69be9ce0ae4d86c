import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row per mail: whom it goes to, what it is about, and its true state. What it says lies encrypted in `content`
 * until the mail server has taken it. The installation's own mails carry its nil id as `alliance_id`.
 */
export class PlatformCreateDelivery implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delivery (
        id uuid primary key,
        alliance_id uuid not null,
        key text not null check (length(key) between 1 and 300),
        template text not null,
        locale text not null check (locale in ('da', 'en')),
        recipient_name text not null check (length(recipient_name) <= 200),
        recipient_email text not null check (length(recipient_email) <= 254),
        reply_to_name text,
        reply_to_email text,
        sender_name text,
        about_kind text not null,
        about_id uuid not null,
        automatic boolean not null default false,
        has_person_data boolean not null default false,
        check_name text,
        attachments uuid[] not null default '{}',
        content bytea,
        message_id text not null unique,
        state text not null default 'pending'
          check (state in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'on_screen', 'dropped')),
        attempts int not null default 0,
        claimed_at timestamptz,
        code text,
        answer text,
        settled_at timestamptz,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, key)
      );
      create index delivery_about on delivery (alliance_id, about_kind, about_id, id);
      create index delivery_state on delivery (alliance_id, state, id);
      select rygrad_protect_alliance_table('delivery');

      create view platform_delivery with (security_invoker = true) as
        select alliance_id, id, key, template, about_kind, about_id, recipient_name, recipient_email, state,
               attempts, code, created_at, settled_at
        from delivery;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view platform_delivery; drop table delivery`);
  }
}

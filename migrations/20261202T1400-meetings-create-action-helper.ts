import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an action was handed to outside the alliance's accounts, and what was written about it. */
export class MeetingsCreateActionHelper implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_action_helper (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        action_id uuid not null,
        name text not null check (length(name) between 1 and 120),
        email citext not null check (length(email) <= 254),
        locale text not null check (locale in ('da', 'en')),
        given_by_name text not null check (length(given_by_name) <= 200),
        given_at timestamptz not null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, action_id),
        foreign key (alliance_id, action_id) references meeting_action (alliance_id, id) on delete cascade
      );
      create table meeting_action_note (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        action_id uuid not null,
        author_name text not null check (length(author_name) <= 200),
        text text not null check (length(text) between 1 and 1000),
        created_at timestamptz not null,
        unique (alliance_id, id),
        foreign key (alliance_id, action_id) references meeting_action (alliance_id, id) on delete cascade
      );
      create index meeting_action_note_action on meeting_action_note (alliance_id, action_id, id);
      select rygrad_protect_alliance_table('meeting_action_helper');
      select rygrad_protect_alliance_table('meeting_action_note');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_action_note, meeting_action_helper');
  }
}

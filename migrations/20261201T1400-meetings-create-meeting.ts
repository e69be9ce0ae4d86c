import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups that meet, their meetings with agendas, and what came of them. */
export class MeetingsCreateMeeting implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_group (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('steering', 'working', 'secretariat', 'other')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id)
      );
      create unique index meeting_group_name on meeting_group (alliance_id, lower(name));

      create table meeting_group_member (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        group_id uuid not null,
        person_id uuid not null references person (id) on delete cascade,
        created_at timestamptz not null default now(),
        unique (alliance_id, group_id, person_id),
        foreign key (alliance_id, group_id) references meeting_group (alliance_id, id) on delete cascade
      );
      create index meeting_group_member_person on meeting_group_member (alliance_id, person_id, group_id);

      create table meeting (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        group_id uuid not null,
        title text collate "da-x-icu" not null check (length(title) between 1 and 200),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        place text not null default '' check (length(place) <= 300),
        link text not null default '' check (length(link) <= 1000),
        chair_id uuid references person (id) on delete set null,
        state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'minutes-approved')),
        opened_at timestamptz,
        closed_at timestamptz,
        approved_at timestamptz,
        approved_by_name text check (length(approved_by_name) <= 200),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        check (ends_at > starts_at),
        foreign key (alliance_id, group_id) references meeting_group (alliance_id, id)
      );
      create index meeting_starts on meeting (alliance_id, starts_at, id);
      create index meeting_of_group on meeting (alliance_id, group_id, starts_at);
      create index meeting_title on meeting (alliance_id, title, id);

      create table meeting_item (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        position int not null check (position >= 1),
        type text not null check (type in ('inform', 'discuss', 'decide')),
        title text not null check (length(title) between 1 and 200),
        description text not null default '' check (length(description) <= 4000),
        owner_id uuid references person (id) on delete set null,
        minutes int check (minutes between 1 and 600),
        indicator_id uuid,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, meeting_id, position) deferrable initially deferred,
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade
      );

      create table meeting_decision (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        item_id uuid not null,
        text text not null check (length(text) between 1 and 4000),
        outcome text not null check (outcome in ('adopted', 'adopted-with-concerns')),
        decided_at timestamptz not null,
        unique (alliance_id, id),
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade,
        foreign key (alliance_id, item_id) references meeting_item (alliance_id, id)
      );
      create index meeting_decision_meeting on meeting_decision (alliance_id, meeting_id);

      create table meeting_action (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        item_id uuid,
        title text collate "da-x-icu" not null check (length(title) between 1 and 200),
        owner_id uuid not null references person (id),
        owner_name text collate "da-x-icu" not null check (length(owner_name) between 1 and 200),
        due_on date not null,
        agreed_at timestamptz not null,
        done_at timestamptz,
        done_by_name text check (length(done_by_name) <= 200),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        check ((done_at is null) = (done_by_name is null)),
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade,
        foreign key (alliance_id, item_id) references meeting_item (alliance_id, id)
      );
      create index meeting_action_due on meeting_action (alliance_id, due_on, id);
      create index meeting_action_open on meeting_action (alliance_id, due_on, id) where done_at is null;
      create index meeting_action_owner on meeting_action (alliance_id, owner_id, due_on);
      create index meeting_action_meeting on meeting_action (alliance_id, meeting_id);

      select rygrad_protect_alliance_table('meeting_group');
      select rygrad_protect_alliance_table('meeting_group_member');
      select rygrad_protect_alliance_table('meeting');
      select rygrad_protect_alliance_table('meeting_item');
      select rygrad_protect_alliance_table('meeting_decision');
      select rygrad_protect_alliance_table('meeting_action');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table meeting_action, meeting_decision, meeting_item, meeting, meeting_group_member, meeting_group
    `);
  }
}

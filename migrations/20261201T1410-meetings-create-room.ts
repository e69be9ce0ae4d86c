import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The live room of a meeting: one row whose counter numbers the room's events, the insert-only log of them, and
 * attendance, once per person. Who is in the room right now is kept apart and forgotten.
 */
export class MeetingsCreateRoom implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_room (
        meeting_id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        last_sequence bigint not null default 0 check (last_sequence >= 0),
        unique (alliance_id, meeting_id),
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade
      );

      create table meeting_room_event (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        sequence bigint not null check (sequence >= 1),
        command_id uuid not null,
        part smallint not null check (part >= 0),
        person_id uuid not null,
        person_name text not null check (length(person_name) <= 200),
        body jsonb not null,
        at timestamptz not null,
        unique (alliance_id, meeting_id, sequence),
        unique (alliance_id, meeting_id, person_id, command_id, part),
        foreign key (alliance_id, meeting_id) references meeting_room (alliance_id, meeting_id) on delete cascade
      );
      revoke update, delete, truncate on meeting_room_event from rygrad_app;

      create table meeting_attendance (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        person_id uuid not null,
        person_name text not null check (length(person_name) <= 200),
        voice boolean not null,
        arrived_at timestamptz not null,
        unique (alliance_id, meeting_id, person_id),
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade
      );

      -- Who is in a room right now, by process. Forgotten when the server stops; never part of the log.
      create unlogged table meeting_presence (
        alliance_id uuid not null references alliance (id) on delete cascade,
        meeting_id uuid not null,
        node_id uuid not null,
        person_id uuid not null,
        person_name text not null check (length(person_name) <= 200),
        seen_at timestamptz not null default now(),
        primary key (alliance_id, meeting_id, node_id, person_id),
        foreign key (alliance_id, meeting_id) references meeting (alliance_id, id) on delete cascade
      );

      select rygrad_protect_alliance_table('meeting_presence');
      select rygrad_protect_alliance_table('meeting_room');
      select rygrad_protect_alliance_table('meeting_room_event');
      select rygrad_protect_alliance_table('meeting_attendance');

      create view meetings_meeting with (security_invoker = true) as
        select m.alliance_id, m.id, m.title, m.group_id, g.name as group_name, g.kind as group_kind,
               m.starts_at, m.ends_at, m.state, m.opened_at, m.closed_at, m.approved_at
        from meeting m join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id;

      create view meetings_action with (security_invoker = true) as
        select alliance_id, id, meeting_id, title, owner_id, owner_name, due_on, agreed_at, done_at
        from meeting_action;

      create view meetings_decision with (security_invoker = true) as
        select alliance_id, id, meeting_id, item_id, text, outcome, decided_at from meeting_decision;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view meetings_decision, meetings_action, meetings_meeting;
      drop table meeting_presence, meeting_attendance, meeting_room_event, meeting_room;
    `);
  }
}

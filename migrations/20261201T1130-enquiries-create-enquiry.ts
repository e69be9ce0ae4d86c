import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain of an enquiry, step by step; nothing about the young person in these tables. */
export class EnquiriesCreateEnquiry implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enquiry (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        partner_organisation_id uuid not null,
        holder_organisation_id uuid not null,
        handed_on_by_organisation_id uuid,
        case_organisation_id uuid,
        coordinator text check (length(coordinator) <= 120),
        channel text not null check (channel in ('direct', 'caseworker', 'school')),
        state text not null check (state in
          ('received', 'help-wanted', 'handed-on', 'returned', 'offered', 'accepted', 'withdrawn')),
        outcome text generated always as (
          case state when 'offered' then 'place-offered' when 'accepted' then 'hand-on-accepted'
            when 'withdrawn' then 'withdrawn' end) stored,
        response_days int not null check (response_days between 1 and 365),
        received_at timestamptz not null,
        response_due_at timestamptz not null,
        act_due_at timestamptz not null,
        answered_at timestamptz,
        ended_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, partner_organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, holder_organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, handed_on_by_organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, case_organisation_id) references organisation (alliance_id, id),
        check ((ended_at is not null) = (state in ('offered', 'accepted', 'withdrawn'))),
        check ((handed_on_by_organisation_id is not null) = (state = 'handed-on')),
        check (response_due_at > received_at)
      );
      create index enquiry_open on enquiry (alliance_id, act_due_at, id) where ended_at is null;
      create index enquiry_received on enquiry (alliance_id, received_at, id);
      create index enquiry_partner on enquiry (alliance_id, partner_organisation_id, received_at);
      create index enquiry_holder on enquiry (alliance_id, holder_organisation_id) where ended_at is null;

      create table enquiry_step (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        enquiry_id uuid not null,
        kind text not null check (kind in ('received', 'offered', 'handed-on', 'help-wanted', 'accepted',
          'declined', 'taken-back', 'withdrawn')),
        happened_at timestamptz not null,
        by_name text not null check (length(by_name) between 1 and 300),
        to_organisation_id uuid,
        coordinator_kind text check (coordinator_kind in ('internship-coordinator', 'business-consultant')),
        coordinator_name text check (length(coordinator_name) <= 120),
        coordinator_email citext check (length(coordinator_email) <= 254),
        place text check (length(place) <= 200),
        starts_on date,
        contact_person text check (length(contact_person) <= 120),
        contact_reach text check (length(contact_reach) <= 120),
        note text check (length(note) <= 500),
        unique (alliance_id, id),
        foreign key (alliance_id, enquiry_id) references enquiry (alliance_id, id) on delete cascade,
        foreign key (alliance_id, to_organisation_id) references organisation (alliance_id, id)
      );
      create index enquiry_step_enquiry on enquiry_step (alliance_id, enquiry_id, id);

      create table enquiry_setting (
        alliance_id uuid primary key references alliance (id) on delete cascade,
        alarm_after_days int not null check (alarm_after_days between 1 and 365)
      );

      select rygrad_protect_alliance_table('enquiry');
      select rygrad_protect_alliance_table('enquiry_step');
      select rygrad_protect_alliance_table('enquiry_setting');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table enquiry_setting, enquiry_step, enquiry`);
  }
}

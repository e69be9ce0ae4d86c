import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Initiatives with their stage, stop rule and review date; their reviews; their moves from stage to stage. */
export class PortfolioCreateInitiative implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table initiative (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        purpose text not null default '' check (length(purpose) <= 4000),
        stage text not null default 'idea'
          check (stage in ('idea', 'small_test', 'adapt', 'spread', 'embedded', 'closed')),
        outcome_id uuid,
        responsible_organisation_id uuid,
        operating_units text[] not null default '{}',
        stop_rule text not null default '' check (length(stop_rule) <= 1000),
        review_on date,
        closed_reason text not null default '' check (length(closed_reason) <= 4000),
        learned text not null default '' check (length(learned) <= 4000),
        closed_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, responsible_organisation_id) references organisation (alliance_id, id),
        constraint initiative_starts_with_its_own_end
          check (stage in ('idea', 'closed') or (stop_rule <> '' and review_on is not null)),
        constraint initiative_ends_with_a_lesson
          check ((stage = 'closed') = (closed_at is not null) and (stage <> 'closed' or (closed_reason <> '' and learned <> '')))
      );
      create index initiative_name on initiative (alliance_id, name, id);
      create index initiative_review_date on initiative (alliance_id, review_on, id);
      create index initiative_outcome on initiative (alliance_id, outcome_id);
      create index initiative_responsible on initiative (alliance_id, responsible_organisation_id);

      create table initiative_review (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        initiative_id uuid not null,
        decision text not null check (decision in ('continue', 'adapt', 'spread', 'embed', 'close')),
        words text not null check (length(words) between 1 and 4000),
        next_review_on date,
        reviewed_by_id uuid references person (id) on delete set null,
        reviewed_by_name text not null check (length(reviewed_by_name) <= 200),
        reviewed_at timestamptz not null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, initiative_id) references initiative (alliance_id, id) on delete cascade
      );
      create index initiative_review_initiative on initiative_review (alliance_id, initiative_id, id);

      create table initiative_move (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        initiative_id uuid not null,
        from_stage text not null,
        to_stage text not null,
        reason text not null default '' check (length(reason) <= 4000),
        moved_by_id uuid references person (id) on delete set null,
        moved_by_name text not null check (length(moved_by_name) <= 200),
        moved_at timestamptz not null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, initiative_id) references initiative (alliance_id, id) on delete cascade
      );
      create index initiative_move_initiative on initiative_move (alliance_id, initiative_id, id);

      select rygrad_protect_alliance_table('initiative');
      select rygrad_protect_alliance_table('initiative_review');
      select rygrad_protect_alliance_table('initiative_move');

      create view portfolio_initiative with (security_invoker = true) as
        select alliance_id, id, name, stage, outcome_id, responsible_organisation_id, review_on, stop_rule
        from initiative;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view portfolio_initiative;
      drop table initiative_move, initiative_review, initiative;
    `);
  }
}

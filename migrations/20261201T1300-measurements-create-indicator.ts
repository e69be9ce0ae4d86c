import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators, what is reported for them with every revision, and the rule of small numbers. */
export class MeasurementsCreateIndicator implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        definition text not null check (length(definition) between 1 and 4000),
        unit text not null check (unit in ('percent', 'people', 'number', 'kroner', 'days', 'index')),
        direction text not null check (direction in ('should_rise', 'should_fall')),
        source text not null check (source in ('manual', 'derived')),
        metric_key text check (length(metric_key) <= 100),
        frequency text not null check (frequency in ('month', 'quarter', 'year')),
        level text not null check (level in ('population', 'performance')),
        responsible_organisation_id uuid,
        baseline_value double precision,
        baseline_period text,
        target_value double precision,
        target_by date,
        published boolean not null default false,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, responsible_organisation_id) references organisation (alliance_id, id),
        check ((source = 'derived') = (metric_key is not null)),
        check (source = 'manual' or (unit = 'percent' and frequency = 'month')),
        check ((baseline_value is null) = (baseline_period is null)),
        check ((target_value is null) = (target_by is null))
      );
      create index indicator_name on indicator (alliance_id, name, id);
      create index indicator_responsible on indicator (alliance_id, responsible_organisation_id);

      create table observation (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        indicator_id uuid not null,
        period text not null check (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
        state text not null default 'draft' check (state in ('draft', 'submitted', 'sent_back', 'published')),
        kind text not null check (kind in ('value', 'share', 'not_applicable')),
        value double precision,
        numerator int check (numerator >= 0),
        denominator int check (denominator >= numerator),
        note text not null default '' check (length(note) <= 2000),
        sent_back_reason text not null default '' check (length(sent_back_reason) <= 2000),
        entered_by_name text not null check (length(entered_by_name) <= 200),
        changed_at timestamptz not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, indicator_id, period),
        foreign key (alliance_id, indicator_id) references indicator (alliance_id, id) on delete cascade,
        check ((kind = 'value') = (value is not null)),
        check ((kind = 'share') = (numerator is not null and denominator is not null))
      );

      create table observation_revision (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        observation_id uuid not null,
        version int not null,
        state text not null,
        kind text not null,
        value double precision,
        numerator int,
        denominator int,
        note text not null,
        changed_by_id uuid references person (id) on delete set null,
        changed_by_name text not null,
        changed_at timestamptz not null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, observation_id, version),
        foreign key (alliance_id, observation_id) references observation (alliance_id, id) on delete cascade
      );

      create table disclosure_rule (
        alliance_id uuid primary key references alliance (id) on delete cascade,
        suppress_below int not null check (suppress_below between 5 and 100),
        version int not null default 1,
        created_at timestamptz not null default now()
      );

      select rygrad_protect_alliance_table('indicator');
      select rygrad_protect_alliance_table('observation');
      select rygrad_protect_alliance_table('observation_revision');
      select rygrad_protect_alliance_table('disclosure_rule');
      revoke update on observation_revision from rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table disclosure_rule, observation_revision, observation, indicator`);
  }
}

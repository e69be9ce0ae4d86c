import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Derived figures month by month, folded from the daily work, and up to which event they are folded. */
export class MeasurementsCreateRollUp implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_fold (
        alliance_id uuid not null references alliance (id) on delete cascade,
        indicator_id uuid not null,
        folded_seq bigint not null,
        folded_at timestamptz not null,
        valid_until timestamptz not null,
        primary key (alliance_id, indicator_id),
        foreign key (alliance_id, indicator_id) references indicator (alliance_id, id) on delete cascade
      );
      create table indicator_month (
        alliance_id uuid not null references alliance (id) on delete cascade,
        indicator_id uuid not null,
        month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        numerator int not null check (numerator >= 0),
        denominator int not null check (denominator >= numerator),
        unknown int check (unknown >= 0),
        computed_at timestamptz not null,
        primary key (alliance_id, indicator_id, month),
        foreign key (alliance_id, indicator_id) references indicator (alliance_id, id) on delete cascade
      );
      select rygrad_protect_alliance_table('indicator_fold');
      select rygrad_protect_alliance_table('indicator_month');

      create view measurements_indicator with (security_invoker = true) as
        select alliance_id, id, name, unit, direction, source, frequency, level, published,
               responsible_organisation_id
        from indicator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view measurements_indicator;
      drop table indicator_month, indicator_fold;
    `);
  }
}

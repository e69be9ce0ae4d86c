import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one participant counts as at the end of each month. Inside the module only; whole counts are published.
 * @param last SQL of the first day of the last month in which the participant counts
 */
const personMonth = (last: string): string => `
  with today as (select (now() at time zone 'Europe/Copenhagen')::date as day)
  select p.alliance_id, p.id as participant_id, to_char(m.month, 'YYYY-MM') as month, p.organisation_id,
    participants_age_band(p.birth_year, extract(year from m.month)::int) as age_band,
    p.sex, p.district, p.school,
    coalesce(s.type_key, 'unknown') as type_key,
    coalesce(s.class, 'unknown') as class,
    coalesce(s.confirmed, false) as confirmed
  from today
  cross join participant p
  cross join lateral (
    select least(min(f.from_on), (p.created_at at time zone 'Europe/Copenhagen')::date, today.day) as day
    from destination_spell f
    where f.alliance_id = p.alliance_id and f.participant_id = p.id and f.retracted_at is null) followed
  cross join lateral generate_series(date_trunc('month', followed.day::timestamp), ${last}, interval '1 month')
    m (month)
  cross join lateral (
    select least((m.month + interval '1 month - 1 day')::date, today.day) as day) at
  left join lateral (
    select d.type_key, t.class,
      d.next_review_on is null or at.day <= d.next_review_on as confirmed
    from destination_spell d
    join destination_type t on t.alliance_id = d.alliance_id and t.key = d.type_key
    where d.alliance_id = p.alliance_id and d.participant_id = p.id and d.retracted_at is null
      and d.from_on <= at.day and (d.to_on is null or d.to_on >= at.day)
    order by 3 desc nulls last, array_position(array['positive', 'other', 'not-positive', 'unknown'], t.class),
      d.from_on, d.id
    limit 1) s on true`;

const thisMonth = `date_trunc('month', today.day::timestamp)`;
const counts = `alliance_id, month, organisation_id, age_band, sex, district, school, type_key, class, confirmed`;

/**
 * Somebody who withdraws the consent no longer counts from that month on; somebody erased leaves counts without a person
 * behind, so that what was measured through the years stands.
 */
export class ParticipantsKeepPastMonths implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table destination_month_past (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        month text not null check (month ~ '^\\d{4}-\\d{2}$'),
        class text not null check (class in ('positive', 'other', 'not-positive', 'unknown')),
        confirmed boolean not null,
        people int not null check (people > 0),
        unique (alliance_id, id),
        unique (alliance_id, organisation_id, month, class, confirmed),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );
      select rygrad_protect_alliance_table('destination_month_past');
      select rygrad_protect_person_table('destination_month_past', 'organisation_id');

      create view participants_person_month with (security_invoker = true) as ${personMonth(
        `case when p.consent_withdrawn
           then date_trunc('month', p.consent_ends_on::timestamp) - interval '1 month' else ${thisMonth} end`,
      )};

      create or replace view participants_destination_month with (security_invoker = true) as
        select ${counts}, count(*)::int as people
        from participants_person_month group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        union all
        select alliance_id, month, organisation_id, null, null, null, null, null, class, confirmed, people
        from destination_month_past;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view participants_destination_month with (security_invoker = true) as
        select ${counts}, count(*)::int as people
        from (${personMonth(thisMonth)}) each_month
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
      drop view participants_person_month;
      drop table destination_month_past;
    `);
  }
}

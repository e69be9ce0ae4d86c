import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What measurements needs: how many young people had which destination at the end of each month. Counts only, no ids.
 * The caller's row-level security applies, so the full count is for the system actor; publishing needs suppression.
 */
export class ParticipantsPublishDestinationMonth implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function participants_age_band(birth_year int, in_year int) returns text
      language sql immutable parallel safe
      as $$ select case
          when in_year - birth_year >= 30 then '30+' when in_year - birth_year >= 25 then '25-29'
          when in_year - birth_year >= 18 then '18-24' when in_year - birth_year >= 16 then '16-17'
          when in_year - birth_year >= 13 then '13-15' else '6-12' end $$;

      create view participants_destination_month with (security_invoker = true) as
        with today as (select (now() at time zone 'Europe/Copenhagen')::date as day)
        select p.alliance_id, to_char(m.month, 'YYYY-MM') as month, p.organisation_id,
          participants_age_band(p.birth_year, extract(year from m.month)::int) as age_band,
          p.sex, p.district, p.school,
          coalesce(s.type_key, 'unknown') as type_key,
          coalesce(s.class, 'unknown') as class,
          coalesce(s.confirmed, false) as confirmed,
          count(*)::int as people
        from today
        cross join participant p
        cross join lateral (
          select least(min(f.from_on), (p.created_at at time zone 'Europe/Copenhagen')::date, today.day) as day
          from destination_spell f
          where f.alliance_id = p.alliance_id and f.participant_id = p.id and f.retracted_at is null) followed
        cross join lateral generate_series(date_trunc('month', followed.day::timestamp),
          date_trunc('month', today.day::timestamp), interval '1 month') m (month)
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
          limit 1) s on true
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view participants_destination_month;
      drop function participants_age_band(int, int);
    `);
  }
}

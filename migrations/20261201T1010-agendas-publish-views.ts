import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outcomes as other modules see them: each once, with the words of the current version when it is on it. */
export class AgendasPublishViews implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view agendas_outcome with (security_invoker = true) as
        with current_version as (
          select distinct on (alliance_id) alliance_id, id
          from agenda_version where state <> 'discarded'
          order by alliance_id, (state = 'adopted') desc, number desc
        )
        select distinct on (v.alliance_id, o.id)
          v.alliance_id, o.id, o.title, o.description, o.indicator_id, o.position,
          v.id as agenda_version_id, v.number as agenda_number, v.state as agenda_state,
          v.id = c.id as is_current
        from agenda_version v
        join current_version c on c.alliance_id = v.alliance_id
        cross join lateral (
          select (item.value ->> 'id')::uuid as id, item.value ->> 'title' as title,
                 item.value ->> 'description' as description,
                 (item.value ->> 'indicatorId')::uuid as indicator_id, item.ordinality::int as position
          from jsonb_array_elements(v.content -> 'outcomes') with ordinality item
        ) o
        where v.state <> 'discarded'
        order by v.alliance_id, o.id, (v.id = c.id) desc, v.number desc;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view agendas_outcome`);
  }
}

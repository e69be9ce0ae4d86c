import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'alliance_member',
  'contract_step',
  'contract_template_text',
  'destination_confirmation',
  'destination_spell',
  'enquiry_step',
  'event',
  'link',
  'membership',
  'membership_change',
  'observation',
  'observation_revision',
  'organisation',
  'partner_import',
];

/** The owner is under row-level security like everybody (FORCE); for a moment it is not, in this transaction only. */
const asOwner = (work: string): string => `
  ${tables.map((table) => `alter table ${table} no force row level security;`).join('\n')}
  ${work}
  ${tables.map((table) => `alter table ${table} force row level security;`).join('\n')}`;

/**
 * By the history: all that was written about the same thing in the same instant was done by one person with an account.
 * A name that is an organisation's was written in its place, so that it is nobody's own.
 */
const byHistory = (table: string, name: string, id: string, subject: string, moment: string): string => `
  update ${table} t set ${id} = w.person_id
  from (
    select r.id, (array_agg(coalesce(p.merged_into, p.id)))[1] as person_id
    from ${table} r
    join event e on e.alliance_id = r.alliance_id and ${subject} and e.occurred_at = r.${moment}
    left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    where r.${name} is not null and r.${name} not in ('', 'young-person', 'Rygrad', 'Slettet person')
      and not exists (select from organisation o where o.alliance_id = r.alliance_id and o.name = r.${name})
    group by r.id
    having count(distinct coalesce(p.merged_into, p.id)) = 1 and bool_and(p.id is not null)
  ) w
  where t.id = w.id and t.${id} is null;`;

/**
 * By the name alone only where it can be nobody else: one person of all is called so, they had a role in the alliance
 * by then, and no link there was made out to that name on another address.
 */
const byName = (table: string, name: string, id: string, moment = 'created_at'): string => `
  update ${table} t set ${id} = p.id
  from person p
  where t.${id} is null and p.name = t.${name} and p.erased_at is null and p.merged_into is null
    and p.name not in ('', 'young-person', 'Rygrad', 'Slettet person')
    and not exists (select from person o where o.name = p.name and o.id <> p.id)
    and not exists (select from organisation o where o.alliance_id = t.alliance_id and o.name = p.name)
    and exists (select from alliance_member m
      where m.alliance_id = t.alliance_id and m.person_id = p.id and m.created_at <= t.${moment})
    and not exists (select from link l where l.alliance_id = t.alliance_id and l.name = p.name
      and not exists (select from person_address a where a.person_id = p.id and a.email = l.email));`;

/** Who acted before their id was written, where that can be told without doubt. */
export class PlatformBackfillWhoActed implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const about = (kind: string, id: string): string => `e.subject_kind = '${kind}' and e.subject_id = ${id}`;
    await runner.query(
      asOwner(`
        ${byHistory('contract_step', 'by_name', 'by_id', about('contract', 'r.contract_id'), 'happened_at')}
        ${byHistory('contract_template_text', 'created_by_name', 'created_by_id', about('contract-template', 'r.template_id'), 'created_at')}
        ${byHistory('enquiry_step', 'by_name', 'by_id', about('enquiry', 'r.enquiry_id'), 'happened_at')}
        ${byHistory(
          'membership_change',
          'recorded_by_name',
          'recorded_by_id',
          `e.subject_kind = 'partner' and e.subject_id = (select m.organisation_id from membership m
             where m.alliance_id = r.alliance_id and m.id = r.membership_id)`,
          'created_at',
        )}

        -- The first confirmation of a destination is whose logging it was.
        update destination_confirmation c set confirmed_by_id = p.id
        from destination_spell s join person l on l.id = s.logged_by_person_id
          join person p on p.id = coalesce(l.merged_into, l.id)
        where s.alliance_id = c.alliance_id and s.id = c.spell_id and c.id = c.spell_id
          and c.confirmed_by_name <> 'Slettet person';

        -- Whoever a figure says entered it is one of those who changed it.
        update observation o set entered_by_id = w.person_id
        from (
          select r.alliance_id, r.observation_id, r.changed_by_name, (array_agg(r.changed_by_id))[1] as person_id
          from observation_revision r where r.changed_by_name <> 'Slettet person'
          group by 1, 2, 3 having count(distinct r.changed_by_id) = 1 and bool_and(r.changed_by_id is not null)
        ) w
        where w.alliance_id = o.alliance_id and w.observation_id = o.id and w.changed_by_name = o.entered_by_name;

        ${byName('contract_step', 'by_name', 'by_id', 'happened_at')}
        ${byName('contract_template_text', 'created_by_name', 'created_by_id')}
        ${byName('destination_confirmation', 'confirmed_by_name', 'confirmed_by_id')}
        ${byName('enquiry_step', 'by_name', 'by_id', 'happened_at')}
        ${byName('membership_change', 'recorded_by_name', 'recorded_by_id')}
        ${byName('observation', 'entered_by_name', 'entered_by_id', 'changed_at')}
        ${byName('partner_import', 'undone_by_name', 'undone_by_id')}

        -- A destination is confirmed by whoever did it last.
        update destination_spell s set confirmed_by_id = c.confirmed_by_id
        from destination_confirmation c
        where c.alliance_id = s.alliance_id and c.spell_id = s.id and c.confirmed_by_name = s.confirmed_by_name
          and not exists (select from destination_confirmation later
            where later.alliance_id = c.alliance_id and later.spell_id = c.spell_id
              and (later.created_at, later.id) > (c.created_at, c.id));`),
    );
  }

  async down(): Promise<void> {
    // What was filled in cannot be told from what actions have written since, and both are right: the columns themselves
    // go with the migration before.
    await Promise.resolve();
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'event',
  'link',
  'meeting_action',
  'meeting_action_helper',
  'meeting_action_note',
  'meeting_room_event',
];

/** The owner is under row-level security like everybody (FORCE); for a moment it is not, in this transaction only. */
const asOwner = (work: string): string => `
  ${tables.map((table) => `alter table ${table} no force row level security;`).join('\n')}
  ${work}
  ${tables.map((table) => `alter table ${table} force row level security;`).join('\n')}`;

/** Who did what with an action and when, by the history: an account, or the address a link was made out to. */
const whoActed = (type: string): string => `(
  select e.alliance_id, e.subject_id as action_id, e.occurred_at, coalesce(p.merged_into, p.id) as person_id, l.email
  from event e
  left join person p on e.actor_kind = 'person' and p.id = e.actor_id
  left join link l on e.actor_kind = 'link' and l.alliance_id = e.alliance_id and l.id = e.actor_id
  where e.type = '${type}' and e.subject_kind = 'meeting-action') w`;

/**
 * Fills in who it was, where the history tells. Whoever was erased before this release left a link without an address:
 * what stayed behind of them goes now. In rooms the owner stands for whoever did it without an account.
 */
export class MeetingsBackfillHelpers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      asOwner(`
        update meeting_room_event r set person_name = a.owner_name
        from meeting_action a
        where a.alliance_id = r.alliance_id and r.body ->> 'type' = 'action-done' and r.body ->> 'actionId' = a.id::text
          and r.person_id = a.owner_id and (r.person_name = a.done_by_name or exists (select from link l
            where l.alliance_id = a.alliance_id and l.purpose = 'action' and l.subject_id = a.id and l.name = r.person_name));

        update meeting_action a set done_by_id = w.person_id, done_by_email = w.email,
          done_by_name = case when w.email = 'slettet@invalid' then 'Slettet person' else a.done_by_name end
        from ${whoActed('meetings.action-done')}
        where w.alliance_id = a.alliance_id and w.action_id = a.id and w.occurred_at = a.done_at;

        update meeting_action_helper h set given_by_id = w.person_id, given_by_email = w.email,
          given_by_name = case when w.email = 'slettet@invalid' then 'Slettet person' else h.given_by_name end
        from ${whoActed('meetings.action-handed-over')}
        where w.alliance_id = h.alliance_id and w.action_id = h.action_id and w.occurred_at = h.given_at;

        update meeting_action_note n set author_email = w.email
        from ${whoActed('meetings.action-noted')}
        where w.alliance_id = n.alliance_id and w.action_id = n.action_id and w.occurred_at = n.created_at;
        delete from meeting_action_note where author_email = 'slettet@invalid';`),
    );
  }

  async down(): Promise<void> {
    // The columns go with the migration before; what an erasure had left behind is not brought back.
    await Promise.resolve();
  }
}

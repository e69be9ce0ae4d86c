import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Beside the name of whoever did something with an action stands who it is: the account, or the address of somebody
 * without one. A note says nothing without its author: it goes with them.
 */
export class MeetingsKnowHelpers implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting_action_note
        add column author_email citext check (length(author_email) <= 254);
      alter table meeting_action
        add column done_by_id uuid references person (id) on delete set null,
        add column done_by_email citext check (length(done_by_email) <= 254);
      alter table meeting_action_helper
        add column given_by_id uuid references person (id) on delete set null,
        add column given_by_email citext check (length(given_by_email) <= 254);

      insert into person_reference (table_name, column_name, on_merge) values
        ('meeting_action', 'done_by_id', 'move'),
        ('meeting_action_helper', 'given_by_id', 'move');
      update person_name set id_column = 'done_by_id', email_column = 'done_by_email'
        where table_name = 'meeting_action' and name_column = 'done_by_name';
      update person_name set id_column = 'given_by_id', email_column = 'given_by_email'
        where table_name = 'meeting_action_helper' and name_column = 'given_by_name';
      update person_name set email_column = 'author_email', on_erasure = 'delete'
        where table_name = 'meeting_action_note' and name_column = 'author_name';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update person_name set email_column = null, on_erasure = 'blank'
        where table_name = 'meeting_action_note' and name_column = 'author_name';
      update person_name set id_column = null, email_column = null
        where table_name = 'meeting_action_helper' and name_column = 'given_by_name';
      update person_name set id_column = null, email_column = null
        where table_name = 'meeting_action' and name_column = 'done_by_name';
      delete from person_reference where (table_name, column_name) in
        (('meeting_action', 'done_by_id'), ('meeting_action_helper', 'given_by_id'));
      alter table meeting_action_helper drop column given_by_id, drop column given_by_email;
      alter table meeting_action drop column done_by_id, drop column done_by_email;
      alter table meeting_action_note drop column author_email;
    `);
  }
}

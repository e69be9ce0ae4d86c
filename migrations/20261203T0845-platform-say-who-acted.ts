import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, column of the name, new column of the id beside it. */
const named = [
  ['contract_step', 'by_name', 'by_id'],
  ['contract_template_text', 'created_by_name', 'created_by_id'],
  ['destination_confirmation', 'confirmed_by_name', 'confirmed_by_id'],
  ['destination_spell', 'confirmed_by_name', 'confirmed_by_id'],
  ['enquiry_step', 'by_name', 'by_id'],
  ['membership_change', 'recorded_by_name', 'recorded_by_id'],
  ['observation', 'entered_by_name', 'entered_by_id'],
  ['partner_import', 'undone_by_name', 'undone_by_id'],
] as const;

/**
 * Beside the name of somebody who acted stands who it is, so that erasure and merging find it whatever they are called.
 * Null: whoever acted has no account, acted as their organisation, or did it before this release.
 */
export class PlatformSayWhoActed implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, id] of named) {
      await runner.query(`
        alter table ${table} add column ${id} uuid references person (id) on delete set null;
        insert into person_reference (table_name, column_name, on_merge) values ('${table}', '${id}', 'move');
        update person_name set id_column = '${id}' where table_name = '${table}' and name_column = '${name}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name, id] of named) {
      await runner.query(`
        update person_name set id_column = null where table_name = '${table}' and name_column = '${name}';
        delete from person_reference where table_name = '${table}' and column_name = '${id}';
        alter table ${table} drop column ${id}`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partner lists brought in from spreadsheets: the file's rows, what they were judged to be and what they did. */
export class AlliancesCreateImport implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner_import (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        file_id uuid not null,
        file_name text not null check (length(file_name) between 1 and 255),
        state text not null default 'reading'
          check (state in ('reading', 'unreadable', 'preview', 'importing', 'imported', 'undoing', 'undone')),
        problem jsonb,
        encoding text,
        delimiter text,
        header jsonb not null default '[]',
        columns jsonb not null default '{}',
        counts jsonb not null default '{}',
        uploaded_by_id uuid references person (id) on delete set null,
        uploaded_by_name text not null,
        imported_at timestamptz,
        undone_at timestamptz,
        undone_by_name text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, file_id) references file (alliance_id, id)
      );
      create index partner_import_alliance on partner_import (alliance_id, created_at desc, id);

      create table partner_import_row (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        import_id uuid not null,
        line int not null,
        cells jsonb not null,
        edited boolean not null default false,
        skipped boolean not null default false,
        verdict text not null check (verdict in ('new', 'match', 'unchanged', 'problem', 'empty')),
        findings jsonb not null default '[]',
        changes jsonb not null default '[]',
        organisation_id uuid,
        match_on text check (match_on in ('cvr', 'email')),
        effect text check (effect in ('created', 'updated', 'unchanged', 'skipped')),
        trace jsonb,
        undo text check (undo in ('removed', 'restored', 'kept')),
        undo_reason text,
        unique (alliance_id, id),
        unique (alliance_id, import_id, line),
        foreign key (alliance_id, import_id) references partner_import (alliance_id, id) on delete cascade
      );
      create index partner_import_row_organisation on partner_import_row (alliance_id, organisation_id);

      select rygrad_protect_alliance_table('partner_import');
      select rygrad_protect_alliance_table('partner_import_row');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table partner_import_row, partner_import`);
  }
}

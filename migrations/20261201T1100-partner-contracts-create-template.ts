import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contract templates; each text is a version of its own that never changes. */
export class PartnerContractsCreateTemplate implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_template (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text collate "da-x-icu" not null check (length(name) between 1 and 120),
        number int not null default 1 check (number >= 1),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id)
      );
      create unique index contract_template_name on contract_template (alliance_id, lower(name));

      create table contract_template_text (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        template_id uuid not null,
        number int not null check (number >= 1),
        text jsonb not null,
        created_by_name text check (length(created_by_name) <= 200),
        created_at timestamptz not null,
        unique (alliance_id, id),
        unique (alliance_id, template_id, number),
        foreign key (alliance_id, template_id) references contract_template (alliance_id, id) on delete cascade
      );

      select rygrad_protect_alliance_table('contract_template');
      select rygrad_protect_alliance_table('contract_template_text');
      revoke update on contract_template_text from rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table contract_template_text, contract_template`);
  }
}

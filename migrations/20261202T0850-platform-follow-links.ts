import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a link: when it was first opened, which link it took the place of, and whether it was passed on. */
export class PlatformFollowLinks implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table link
        add column opened_at timestamptz,
        add column follows uuid,
        add column passed_on boolean not null default false;
      create index link_follows on link (alliance_id, follows) where follows is not null;
      alter table link add constraint link_follows_link
        foreign key (alliance_id, follows) references link (alliance_id, id) on delete set null (follows);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table link drop constraint link_follows_link;
      drop index link_follows;
      alter table link drop column passed_on, drop column follows, drop column opened_at;
    `);
  }
}

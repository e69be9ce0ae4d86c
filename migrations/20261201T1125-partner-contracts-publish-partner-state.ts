import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a partner stands, one row each: what is in force or under way counts before what is over. */
export class PartnerContractsPublishPartnerState implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view partner_contracts_partner_state with (security_invoker = true) as
        select distinct on (alliance_id, organisation_id)
               alliance_id, organisation_id, id as contract_id, status as state, starts_on, ends_on
        from contract
        order by alliance_id, organisation_id,
                 array_position(
                   array['active', 'signed', 'sent', 'draft', 'expired', 'ended', 'void', 'withdrawn'], status),
                 id desc;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view partner_contracts_partner_state`);
  }
}

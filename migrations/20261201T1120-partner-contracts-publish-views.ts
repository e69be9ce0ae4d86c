import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other modules may read of contracts; listed in the module's README. */
export class PartnerContractsPublishViews implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view partner_contracts_active_contract with (security_invoker = true) as
        select alliance_id, id as contract_id, organisation_id, response_days, term_months, starts_on, ends_on,
               activated_at, commitments
        from contract
        where status = 'active';

      create view partner_contracts_commitment with (security_invoker = true) as
        select c.alliance_id, c.id as contract_id, c.organisation_id, c.starts_on, c.ends_on,
               chosen.key, chosen.count
        from contract c, jsonb_to_recordset(c.commitments) as chosen(key text, count int)
        where c.status = 'active';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view partner_contracts_commitment, partner_contracts_active_contract`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the guarantee was kept, per enquiry: the rule of promise.ts for lists, rates and measurements. */
export class EnquiriesPublishPromise implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function enquiry_promise(outcome text, answered_at timestamptz, response_due_at timestamptz,
          ended_at timestamptz, at timestamptz) returns text language sql immutable parallel safe
      as $$ select case
          when outcome = 'withdrawn' then
            case when coalesce(answered_at, ended_at) <= response_due_at then 'left-out' else 'not-kept' end
          when outcome is not null then
            case when answered_at <= response_due_at then 'kept' else 'not-kept' end
          when at <= response_due_at then 'pending'
          else 'not-kept'
        end $$;

      create view partner_contracts_promise with (security_invoker = true) as
        select e.alliance_id, e.id as enquiry_id, e.partner_organisation_id as organisation_id, o.sector,
          -- The month in which it was settled: ended, or else the response time passed. Never changes by the clock alone.
          to_char(least(e.ended_at, e.response_due_at - interval '1 second') at time zone 'Europe/Copenhagen',
            'YYYY-MM') as month,
          (e.received_at at time zone 'Europe/Copenhagen')::date as received_on,
          e.received_at, e.response_due_at, e.answered_at, e.ended_at, e.outcome,
          v.verdict,
          v.verdict in ('kept', 'not-kept') as counted,
          v.verdict = 'kept' as kept
        from enquiry e
        join alliances_organisation o on o.alliance_id = e.alliance_id and o.id = e.partner_organisation_id
        cross join lateral (
          select enquiry_promise(e.outcome, e.answered_at, e.response_due_at, e.ended_at, now()) as verdict) v;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view partner_contracts_promise;
      drop function enquiry_promise(text, timestamptz, timestamptz, timestamptz, timestamptz);
    `);
  }
}

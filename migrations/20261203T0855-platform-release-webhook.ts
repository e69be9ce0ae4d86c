import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = (more: string): string => `
  alter table webhook drop constraint webhook_pause_reason_check;
  alter table webhook add constraint webhook_pause_reason_check
    check (pause_reason in ('person', 'failing', 'gone', 'administrator'${more}))`;

const list = (reason: 'with' | 'without'): string => `
  drop function rygrad_installation_integrations();
  create function rygrad_installation_integrations()
    returns table (kind text, id uuid, alliance_id uuid, alliance_name text, name text, owner_id uuid, url text,
                   state text, ${reason === 'with' ? 'pause_reason text, ' : ''}created_at timestamptz,
                   last_used_at timestamptz, expires_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$ select 'token', t.id, t.alliance_id, a.name, t.name, t.person_id, null,
            case when t.revoked_at is null then 'active' else 'revoked' end, ${reason === 'with' ? 'null, ' : ''}
            t.created_at, t.last_used_at, t.expires_at
          from api_token t join alliance a on a.id = t.alliance_id
          where exists (select from person p where p.id = app_person() and p.is_admin)
          union all
          select 'webhook', w.id, w.alliance_id, a.name, w.name, w.created_by, w.url, w.state,
            ${reason === 'with' ? 'w.pause_reason, ' : ''}w.created_at, w.last_delivered_at, null
          from webhook w join alliance a on a.id = w.alliance_id
          where exists (select from person p where p.id = app_person() and p.is_admin) $$;
  revoke all on function rygrad_installation_integrations() from public;
  grant execute on function rygrad_installation_integrations() to rygrad_app;`;

/** A pause by the administrator ends by the administrator: the webhook is released, and the secretariat resumes it. */
export class PlatformReleaseWebhook implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${reasons(`, 'released'`)}; ${list('with')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webhook no force row level security;
      update webhook set pause_reason = 'person' where pause_reason = 'released';
      alter table webhook force row level security;
      ${reasons('')}; ${list('without')}`);
  }
}

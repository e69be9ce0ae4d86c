import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invitations to take part. The token of the mail proves the invited address; that of a link somebody copied does not.
 * A guest has no alliance yet: the functions answer where an exact token hash, or an address that its owner has proved,
 * is invited to, and nothing else.
 */
export class AlliancesCreateInvitation implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        name text not null check (length(name) between 1 and 200),
        email citext not null check (length(email) <= 254),
        locale text not null check (locale in ('da', 'en')),
        role text not null check (role in ('secretariat', 'partner', 'caseworker', 'member', 'observer')),
        organisation_id uuid,
        mail_token_hash bytea unique,
        link_token_hash bytea unique,
        mails int not null default 0,
        invited_by_id uuid references person (id) on delete set null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        withdrawn_at timestamptz,
        accepted_at timestamptz,
        accepted_by_id uuid references person (id) on delete set null,
        accepted_email citext check (length(accepted_email) <= 254),
        unique (alliance_id, id),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        check (role not in ('partner', 'caseworker') or organisation_id is not null)
      );
      create unique index invitation_open on invitation (alliance_id, email, role, organisation_id)
        nulls not distinct where accepted_at is null and withdrawn_at is null;
      create index invitation_organisation on invitation (alliance_id, organisation_id);
      select rygrad_protect_alliance_table('invitation');

      create function rygrad_alliance_of_invitation(hash bytea) returns uuid
        language sql stable security definer set search_path = public, pg_temp
        as $$ select alliance_id from invitation where mail_token_hash = hash or link_token_hash = hash $$;
      create function rygrad_open_invitations_to(address citext, at timestamptz)
        returns table (alliance_id uuid, invitation_id uuid)
        language sql stable security definer set search_path = public, pg_temp
        as $$ select i.alliance_id, i.id from invitation i where i.email = address and i.accepted_at is null
              and i.withdrawn_at is null and i.expires_at > at order by i.created_at $$;
      create index invitation_email on invitation (email) where accepted_at is null and withdrawn_at is null;
      revoke all on function rygrad_alliance_of_invitation(bytea), rygrad_open_invitations_to(citext, timestamptz)
        from public;
      grant execute on function rygrad_alliance_of_invitation(bytea),
        rygrad_open_invitations_to(citext, timestamptz) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_open_invitations_to(citext, timestamptz), rygrad_alliance_of_invitation(bytea);
      drop table invitation;
    `);
  }
}

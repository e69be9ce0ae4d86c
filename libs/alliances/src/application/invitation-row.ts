import type { AllianceRole, Locale } from '#libs/api-schema';
import type { InvitationDates } from '../domain/invitation.js';

/** An invitation as it is kept, with the names around it. */
export interface InvitationRow extends InvitationDates {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly role: AllianceRole;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationCvr: string | null;
  readonly allianceName: string;
  readonly slug: string;
  readonly invitedBy: string | null;
  readonly mails: number;
  readonly mailHash: Buffer | null;
}

/** Reads {@link InvitationRow}s; a condition on `i` follows. */
export const invitationColumns = `select i.id, i.name, i.email::text as email, i.locale, i.role,
    i.organisation_id as "organisationId", o.name as "organisationName", o.cvr as "organisationCvr",
    a.name as "allianceName", a.slug, p.name as "invitedBy", i.mails, i.mail_token_hash as "mailHash",
    i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"
  from invitation i join alliance a on a.id = i.alliance_id
  left join organisation o on o.alliance_id = i.alliance_id and o.id = i.organisation_id
  left join person p on p.id = i.invited_by_id`;

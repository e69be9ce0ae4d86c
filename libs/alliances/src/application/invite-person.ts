import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type AllianceRole,
  caseworkerKinds,
  type ErrorCode,
  invitationDays,
  type invited,
  type invitePerson,
  type OrganisationKind,
} from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import {
  type Actor,
  Addresses,
  hashToken,
  Mailer,
  newToken,
  notFound,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { invitationExpiry, refuseWhenClosed } from '../domain/invitation.js';
import { type InvitationRow, invitationColumns } from './invitation-row.js';
import { invitationMail } from './invitation.mails.js';

const uniqueViolation = '23505';

/** Invites people to the alliance, by mail or by a link; sends again, makes new links, withdraws. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
  ) {}

  /**
   * @returns the invitation's id, and the link when it goes by link
   * @throws DomainError alliances/already-invited, -member-has-role, -organisation-left, -role-not-for-kind,
   *   platform/not-found (organisation)
   */
  invite(actor: Actor, given: z.output<typeof invitePerson>): Promise<z.output<typeof invited>> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      if (given.organisationId !== null) await refuseOrganisation(tx, given.organisationId, given.role);
      await refuseWhoTakesPart(tx, given);
      const id = newId();
      await this.insert(tx, id, given);
      await tx.append('alliances.person-invited', subjectOf(id), { role: given.role });
      if (given.by === 'link') return { id, link: await this.newLink(tx, id) };
      await this.mail(tx, id);
      return { id, link: null };
    });
  }

  /** Sends the mail again with a new link; no earlier one works any more, mailed or copied. @throws DomainError platform/not-found, alliances/invitation-closed */
  resend(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const { role } = await hold(tx, id);
      await this.mail(tx, id);
      await tx.append('alliances.invitation-resent', subjectOf(id), { role });
    });
  }

  /** Makes a new link to copy; no earlier one works any more, mailed or copied. @throws DomainError platform/not-found, alliances/invitation-closed */
  link(actor: Actor, id: string): Promise<{ link: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const { role } = await hold(tx, id);
      const link = await this.newLink(tx, id);
      await tx.append('alliances.invitation-link-made', subjectOf(id), { role });
      return { link };
    });
  }

  /** Its links stop working at once. @throws DomainError platform/not-found, alliances/invitation-closed */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const { role } = await hold(tx, id);
      await tx.query('update invitation set withdrawn_at = $3 where alliance_id = $1 and id = $2', [
        tx.allianceId,
        id,
        tx.now(),
      ]);
      await tx.append('alliances.invitation-withdrawn', subjectOf(id), { role });
    });
  }

  private async insert(tx: Transaction, id: string, given: z.output<typeof invitePerson>): Promise<void> {
    const invitedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    try {
      await tx.query(
        `insert into invitation (id, alliance_id, name, email, locale, role, organisation_id, invited_by_id, created_at,
           expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          tx.allianceId,
          given.name,
          given.email,
          given.locale,
          given.role,
          given.organisationId,
          invitedBy,
          tx.now(),
          invitationExpiry(tx.now(), invitationDays),
        ],
      );
    } catch (error) {
      if ((error as { code?: string }).code === uniqueViolation)
        throw new DomainError<ErrorCode>('alliances/already-invited', { email: given.email }, 'email');
      throw error;
    }
  }

  private async newLink(tx: Transaction, id: string): Promise<string> {
    const token = newToken();
    await tx.query(
      `update invitation set link_token_hash = $3, mail_token_hash = null, expires_at = $4
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, hashToken(token), invitationExpiry(tx.now(), invitationDays)],
    );
    return this.addresses.of(`/invitation/${token}`);
  }

  private async mail(tx: Transaction, id: string): Promise<void> {
    const token = newToken();
    await tx.query(
      `update invitation set mail_token_hash = $3, link_token_hash = null, expires_at = $4, mails = mails + 1
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, hashToken(token), invitationExpiry(tx.now(), invitationDays)],
    );
    const [row] = await tx.query<InvitationRow>(
      `${invitationColumns} where i.alliance_id = $1 and i.id = $2`,
      [tx.allianceId, id],
    );
    if (row === undefined) throw notFound();
    await this.mailer.queue(tx, {
      template: invitationMail,
      params: {
        allianceName: row.allianceName,
        invitedBy: row.invitedBy ?? row.allianceName,
        name: row.name,
        role: row.role,
        organisationName: row.organisationName,
        until: row.expiresAt,
        url: this.addresses.of(`/invitation/${token}`),
      },
      to: { name: row.name, email: row.email, locale: row.locale },
      key: `invitation:${id}:${String(row.mails)}`,
      about: subjectOf(id),
      senderName: row.allianceName,
      ...(tx.actor.kind === 'person' && { replyTo: { name: tx.actor.name, email: tx.actor.email } }),
    });
  }
}

function subjectOf(id: string): { kind: string; id: string } {
  return { kind: 'invitation', id };
}

/** The invitation, which nobody else changes or accepts until the unit of work ends. */
async function hold(tx: Transaction, id: string): Promise<InvitationRow> {
  const [row] = await tx.query<InvitationRow>(
    `${invitationColumns} where i.alliance_id = $1 and i.id = $2 for update of i`,
    [tx.allianceId, id],
  );
  if (row === undefined) throw notFound();
  refuseWhenClosed(row, tx.now());
  return row;
}

async function refuseOrganisation(
  tx: Transaction,
  organisationId: string,
  role: AllianceRole,
): Promise<void> {
  const [found] = await tx.query<{ status: string | null; kind: OrganisationKind; name: string }>(
    `select m.status, o.kind, o.name from organisation o
     left join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
     where o.alliance_id = $1 and o.id = $2`,
    [tx.allianceId, organisationId],
  );
  if (found === undefined) throw notFound();
  if (found.status === 'left')
    throw new DomainError<ErrorCode>('alliances/organisation-left', {}, 'organisationId');
  if (role === 'caseworker' && !caseworkerKinds.includes(found.kind))
    throw new DomainError<ErrorCode>('alliances/role-not-for-kind', { name: found.name }, 'organisationId');
}

/** Only what the alliance knows of its own people is said: not whether somebody has an account elsewhere. */
async function refuseWhoTakesPart(tx: Transaction, given: z.output<typeof invitePerson>): Promise<void> {
  const held = await tx.query(
    `select m.id from alliance_member m join person_address a on a.person_id = m.person_id
     where m.alliance_id = $1 and a.email = $2 and m.role = $3 and m.organisation_id is not distinct from $4
       and m.ended_at is null`,
    [tx.allianceId, given.email, given.role, given.organisationId],
  );
  if (held.length > 0) throw new DomainError<ErrorCode>('alliances/member-has-role', {}, 'email');
}

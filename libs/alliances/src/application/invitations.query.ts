import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { invitationList } from '#libs/api-schema';
import { type Actor, UnitOfWork } from '#libs/platform';
import { invitationState } from '../domain/invitation.js';

type Invitation = z.output<typeof invitationList>['items'][number];
type Row = Omit<Invitation, 'state' | 'createdAt' | 'expiresAt' | 'acceptedAt'> & {
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
};

/** The most invitations one page shows: the open ones all, and the latest of the others. */
const most = 300;

/** The alliance's invitations, for the secretariat. */
@Injectable()
export class ListInvitations {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The open ones first, then the newest. */
  async run(actor: Actor): Promise<z.output<typeof invitationList>> {
    const [rows, now] = await this.unitOfWork.readAs(actor, async (tx) => [
      await tx.query<Row>(
        `select i.id, i.name, i.email::text as email, i.role, o.name as "organisationName", p.name as "invitedBy",
           i.created_at as "createdAt", i.expires_at as "expiresAt", i.withdrawn_at as "withdrawnAt", i.mails,
           (select d.state from delivery d where d.alliance_id = i.alliance_id and d.about_kind = 'invitation'
              and d.about_id = i.id order by d.id desc limit 1) as "mailState",
           i.link_token_hash is not null as "hasLink", i.accepted_at as "acceptedAt", who.name as "acceptedBy",
           case when i.accepted_email <> i.email then i.accepted_email::text end as "acceptedOn"
         from invitation i
         left join organisation o on o.alliance_id = i.alliance_id and o.id = i.organisation_id
         left join person p on p.id = i.invited_by_id left join person who on who.id = i.accepted_by_id
         where i.alliance_id = $1
         order by (i.accepted_at is null and i.withdrawn_at is null) desc, i.created_at desc, i.id limit ${String(most)}`,
        [tx.allianceId],
      ),
      tx.now(),
    ]);
    return {
      items: rows.map(({ withdrawnAt, ...row }) => ({
        ...row,
        state: invitationState({ ...row, withdrawnAt }, now),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        acceptedAt: row.acceptedAt?.toISOString() ?? null,
      })),
    };
  }
}

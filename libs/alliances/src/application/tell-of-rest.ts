import { Injectable } from '@nestjs/common';
import type { AllianceRole, Locale } from '#libs/api-schema';
import { Addresses, Mailer, type Transaction } from '#libs/platform';
import { accessPausedMail, accessResumedMail } from './resting.mails.js';

/** A role that begins to rest, or ends its rest. */
export interface RoleAtRest {
  readonly memberId: string;
  /** The event that says so: one mail for it, however often it is told. */
  readonly eventId: string;
  /** The organisation that the role follows, when that is why. */
  readonly organisationId: string | null;
}

interface Row {
  name: string;
  email: string;
  locale: Locale;
  role: AllianceRole;
  organisation_name: string | null;
  alliance_name: string;
  slug: string;
}

/** Tells a person by mail that a role of theirs rests, or no longer does. Whose access is closed is told nothing. */
@Injectable()
export class TellOfRest {
  constructor(
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
  ) {}

  /** The mail goes when the unit of work is kept. */
  async tell(
    tx: Transaction,
    change: 'paused' | 'resumed',
    { memberId, eventId, organisationId }: RoleAtRest,
  ): Promise<void> {
    const [row] = await tx.query<Row>(
      `select p.name, p.email::text as email, p.locale, m.role, o.name as organisation_name,
         a.name as alliance_name, a.slug
       from alliance_member m join person p on p.id = m.person_id join alliance a on a.id = m.alliance_id
       left join organisation o on o.alliance_id = m.alliance_id and o.id = $3
       where m.alliance_id = $1 and m.id = $2 and p.deactivated_at is null`,
      [tx.allianceId, memberId, organisationId],
    );
    if (row === undefined) return;
    await this.mailer.queue(tx, {
      template: change === 'paused' ? accessPausedMail : accessResumedMail,
      params: {
        allianceName: row.alliance_name,
        recipientName: row.name,
        role: row.role,
        organisationName: row.organisation_name,
        url: this.addresses.of(`/a/${row.slug}/overblik`),
      },
      to: { name: row.name, email: row.email, locale: row.locale },
      key: `access-${change}:${eventId}`,
      about: { kind: 'member', id: memberId },
      senderName: row.alliance_name,
      ...(tx.actor.kind === 'person' && { replyTo: { name: tx.actor.name, email: tx.actor.email } }),
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AllianceRole, ErrorCode, memberList } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, notFound, Sessions, type Transaction, UnitOfWork } from '#libs/platform';
import { releasePartners } from './contact-ownership.js';
import { TellOfRest } from './tell-of-rest.js';

type Member = z.output<typeof memberList>['items'][number];

interface Held {
  person_id: string;
  role: AllianceRole;
  paused_because: 'person' | 'organisation' | null;
}

/** Who takes part in an alliance and as what. People come by invitation. */
@Injectable()
export class Members {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly telling: TellOfRest,
  ) {}

  /** Everybody who takes part or rests, by name. */
  async list(actor: Actor): Promise<z.output<typeof memberList>> {
    const rows = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<Omit<Member, 'since'> & { since: Date }>(
        `select m.id, m.person_id as "personId", p.name, p.email::text as email, m.role,
           m.organisation_id as "organisationId", o.name as "organisationName", m.created_at as since,
           m.paused_because as "pausedBecause", p.deactivated_at is not null as "isDeactivated",
           (select count(*)::int from membership s where s.alliance_id = m.alliance_id
              and s.contact_owner_id = m.person_id) as "ownedPartners"
         from alliance_member m join person p on p.id = m.person_id
         left join organisation o on o.alliance_id = m.alliance_id and o.id = m.organisation_id
         where m.alliance_id = $1 and m.ended_at is null order by p.name collate "da-x-icu", m.role, m.id`,
        [tx.allianceId],
      ),
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }

  /** Ends a role at once. @throws DomainError platform/not-found, alliances/last-secretariat */
  end(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, { person_id: personId, role }) => {
      await tx.query('update alliance_member set ended_at = $3 where alliance_id = $1 and id = $2', [
        tx.allianceId,
        id,
        tx.now(),
      ]);
      if (role === 'secretariat') await refuseNoSecretariat(tx, 'alliances/last-secretariat');
      await tx.append('alliances.member-ended', { kind: 'member', id }, { role });
      await releasePartners(tx, personId, id);
    });
  }

  /** Lets a role rest from now on; the person gets a mail about it. @throws DomainError platform/not-found, alliances/member-paused, alliances/last-secretariat */
  pause(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, { role, paused_because: paused }) => {
      if (paused !== null) throw new DomainError<ErrorCode>('alliances/member-paused');
      await tx.query(
        `update alliance_member set paused_at = $3, paused_because = 'person' where alliance_id = $1 and id = $2`,
        [tx.allianceId, id, tx.now()],
      );
      if (role === 'secretariat') await refuseNoSecretariat(tx, 'alliances/last-secretariat');
      const eventId = await tx.append('alliances.member-paused', { kind: 'member', id }, { role });
      await this.telling.tell(tx, 'paused', { memberId: id, eventId, organisationId: null });
    });
  }

  /** Ends the rest; the person gets a mail about it. @throws DomainError platform/not-found, alliances/member-not-paused, -member-paused-with-organisation */
  resume(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, { role, paused_because: paused }) => {
      if (paused === null) throw new DomainError<ErrorCode>('alliances/member-not-paused');
      if (paused === 'organisation')
        throw new DomainError<ErrorCode>('alliances/member-paused-with-organisation');
      await tx.query(
        'update alliance_member set paused_at = null, paused_because = null where alliance_id = $1 and id = $2',
        [tx.allianceId, id],
      );
      const eventId = await tx.append('alliances.member-resumed', { kind: 'member', id }, { role });
      await this.telling.tell(tx, 'resumed', { memberId: id, eventId, organisationId: null });
    });
  }

  private async change(
    actor: Actor,
    id: string,
    work: (tx: Transaction, held: Held) => Promise<void>,
  ): Promise<void> {
    const personId = await this.unitOfWork.actAs(actor, async (tx) => {
      await holdPeople(tx);
      const [held] = await tx.query<Held>(
        `select person_id, role, paused_because from alliance_member
         where alliance_id = $1 and id = $2 and ended_at is null`,
        [tx.allianceId, id],
      );
      if (held === undefined) throw notFound();
      await work(tx, held);
      return held.person_id;
    });
    this.sessions.changed(personId);
  }
}

/** One change at a time, so that two who remove each other do not leave the alliance without a secretariat. */
export async function holdPeople(tx: Transaction): Promise<void> {
  await tx.query('select id from alliance where id = $1 for no key update', [tx.allianceId]);
}

/** @throws DomainError `code` unless somebody of the secretariat takes part who neither rests nor is shut out */
export async function refuseNoSecretariat(tx: Transaction, code: ErrorCode): Promise<void> {
  const left = await tx.query(
    `select id from alliances_member where alliance_id = $1 and role = 'secretariat' limit 1`,
    [tx.allianceId],
  );
  if (left.length === 0) throw new DomainError<ErrorCode>(code);
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AllianceRole, ErrorCode, leaving } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type PersonActor, Sessions, type Transaction, UnitOfWork } from '#libs/platform';
import { countOwnedPartners } from './contact-ownership.js';
import { holdPeople, refuseNoSecretariat } from './members.js';

/** Leaving by oneself, for good: all roles one holds in the alliance end. */
@Injectable()
export class LeaveAlliance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  /** What would be left behind. */
  preview(actor: PersonActor): Promise<z.output<typeof leaving>> {
    return this.unitOfWork.readAs(actor, async (tx) => ({
      roles: await tx.query<{ role: AllianceRole; organisationName: string | null }>(
        `select m.role, o.name as "organisationName" from alliance_member m
         left join organisation o on o.alliance_id = m.alliance_id and o.id = m.organisation_id
         where m.alliance_id = $1 and m.person_id = $2 and m.ended_at is null order by m.role, o.name`,
        [tx.allianceId, actor.personId],
      ),
      ownedPartners: await countOwnedPartners(tx, actor.personId),
      isLastOfSecretariat: await isLast(tx, actor.personId),
    }));
  }

  /**
   * @param slug the alliance as whoever leaves it names it
   * @throws DomainError alliances/leaving-not-confirmed, -last-of-secretariat, -hand-over-first, -not-a-member
   */
  async run(actor: PersonActor, slug: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      await holdPeople(tx);
      const named = await tx.query('select id from alliance where id = $1 and slug = $2', [
        tx.allianceId,
        slug,
      ]);
      if (named.length === 0) throw new DomainError<ErrorCode>('alliances/leaving-not-confirmed', {}, 'slug');
      const count = await countOwnedPartners(tx, actor.personId);
      if (count > 0) throw new DomainError<ErrorCode>('alliances/hand-over-first', { count });
      const ended = await tx.query<{ id: string; role: AllianceRole }>(
        `update alliance_member set ended_at = $3 where alliance_id = $1 and person_id = $2 and ended_at is null
         returning id, role`,
        [tx.allianceId, actor.personId, tx.now()],
      );
      if (ended.length === 0) throw new DomainError<ErrorCode>('alliances/not-a-member');
      if (ended.some(({ role }) => role === 'secretariat'))
        await refuseNoSecretariat(tx, 'alliances/last-of-secretariat');
      for (const { id, role } of ended)
        await tx.append('alliances.member-left', { kind: 'member', id }, { role });
    });
    this.sessions.changed(actor.personId);
  }
}

async function isLast(tx: Transaction, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ own: boolean; others: boolean }>(
    `select coalesce(bool_or(person_id = $2), false) as own, coalesce(bool_or(person_id <> $2), false) as others
     from alliances_member where alliance_id = $1 and role = 'secretariat'`,
    [tx.allianceId, personId],
  );
  return row?.own === true && !row.others;
}

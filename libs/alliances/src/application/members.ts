import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { addMember, ErrorCode, memberList } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { type Actor, notFound, People, Sessions, type Transaction, UnitOfWork } from '#libs/platform';

type MemberList = z.output<typeof memberList>;

const uniqueViolation = '23505';

/** Who takes part in an alliance and as what. */
@Injectable()
export class Members {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly sessions: Sessions,
  ) {}

  /** Everybody who takes part, by name. */
  list(actor: Actor): Promise<MemberList> {
    return this.unitOfWork.readAs(actor, async (tx) => ({
      items: await tx.query<MemberList['items'][number]>(
        `select m.id, m.person_id as "personId", p.name, p.email, m.role, m.organisation_id as "organisationId",
           o.name as "organisationName"
         from alliance_member m join person p on p.id = m.person_id
         left join organisation o on o.alliance_id = m.alliance_id and o.id = m.organisation_id
         where m.alliance_id = $1 and m.ended_at is null order by p.name collate "da-x-icu", m.role`,
        [tx.allianceId],
      ),
    }));
  }

  /**
   * Lets somebody take part; a person new to the installation is made, a known one keeps name and language.
   * @throws DomainError alliances/member-has-role, platform/not-found (organisation)
   */
  async add(actor: Actor, input: z.output<typeof addMember>): Promise<{ id: string }> {
    const person = await this.people.ensure({ name: input.name, email: input.email, locale: input.locale });
    const id = newId();
    await this.unitOfWork.actAs(actor, async (tx) => {
      await this.refuseForeignOrganisation(tx, input.organisationId);
      await this.insert(tx, {
        id,
        personId: person.id,
        role: input.role,
        organisationId: input.organisationId,
      });
      await tx.append('alliances.member-added', { kind: 'member', id }, { role: input.role });
    });
    this.sessions.changed(person.id);
    return { id };
  }

  /** Ends a role at once. @throws DomainError platform/not-found, alliances/last-secretariat */
  async end(actor: Actor, id: string): Promise<void> {
    const personId = await this.unitOfWork.actAs(actor, async (tx) => {
      // One at a time, so that two who remove each other do not leave the alliance without a secretariat.
      await tx.query('select id from alliance where id = $1 for update', [tx.allianceId]);
      const [ended] = await tx.query<{ person_id: string; role: 'secretariat' }>(
        `update alliance_member set ended_at = $3 where alliance_id = $1 and id = $2 and ended_at is null
         returning person_id, role`,
        [tx.allianceId, id, tx.now()],
      );
      if (ended === undefined) throw notFound();
      const left = await tx.query(
        `select id from alliance_member where alliance_id = $1 and role = 'secretariat' and ended_at is null limit 1`,
        [tx.allianceId],
      );
      if (left.length === 0) throw new DomainError<ErrorCode>('alliances/last-secretariat');
      await tx.append('alliances.member-ended', { kind: 'member', id }, { role: ended.role });
      return ended.person_id;
    });
    this.sessions.changed(personId);
  }

  private async refuseForeignOrganisation(tx: Transaction, organisationId: string | null): Promise<void> {
    if (organisationId === null) return;
    const found = await tx.query('select id from organisation where alliance_id = $1 and id = $2', [
      tx.allianceId,
      organisationId,
    ]);
    if (found.length === 0) throw notFound();
  }

  private async insert(
    tx: Transaction,
    member: { id: string; personId: string; role: string; organisationId: string | null },
  ): Promise<void> {
    try {
      await tx.query(
        `insert into alliance_member (id, alliance_id, person_id, role, organisation_id, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [member.id, tx.allianceId, member.personId, member.role, member.organisationId, tx.now()],
      );
    } catch (error) {
      if ((error as { code?: string }).code === uniqueViolation)
        throw new DomainError<ErrorCode>('alliances/member-has-role', {}, 'email');
      throw error;
    }
  }
}

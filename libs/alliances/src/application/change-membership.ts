import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { changeMembership as changeSchema, ErrorCode, MembershipStatus } from '#libs/api-schema';
import { type Clock, copenhagenDate, DomainError, newId } from '#libs/kernel';
import { actingPerson, type Actor, CLOCK, notFound, Sessions, UnitOfWork } from '#libs/platform';
import { changeMembership, type Membership } from '../domain/membership.js';
import { holdPeople } from './members.js';
import { followOrganisation } from './roles-of-organisation.js';
import { TellOfRest } from './tell-of-rest.js';

const events = {
  joined: 'alliances.partner-rejoined',
  paused: 'alliances.partner-paused',
  left: 'alliances.partner-left',
} as const satisfies Record<MembershipStatus, string>;

/**
 * Pauses, ends or resumes a partner's membership; what it was before stays in its history. The people who act for it
 * follow: their roles rest, come back or end.
 */
@Injectable()
export class ChangeMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly telling: TellOfRest,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError platform/not-found, platform/stale and what the rule of memberships throws */
  async run(
    actor: Actor,
    organisationId: string,
    version: number,
    change: z.output<typeof changeSchema>,
  ): Promise<void> {
    const people = await this.unitOfWork.actAs(actor, async (tx) => {
      await holdPeople(tx);
      const [found] = await tx.query<Membership & { id: string; version: number; name: string }>(
        `select m.id, m.status, m.status_since::text as "statusSince", o.version, o.name
         from membership m join organisation o on o.alliance_id = m.alliance_id and o.id = m.organisation_id
         where m.alliance_id = $1 and m.organisation_id = $2 for update of o`,
        [tx.allianceId, organisationId],
      );
      if (found === undefined) throw notFound();
      if (found.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      const { status, statusSince } = changeMembership(found, change, copenhagenDate(this.clock.now()));
      await tx.query('update organisation set version = version + 1 where alliance_id = $1 and id = $2', [
        tx.allianceId,
        organisationId,
      ]);
      await tx.query(
        'update membership set status = $3, status_since = $4 where alliance_id = $1 and id = $2',
        [tx.allianceId, found.id, status, statusSince],
      );
      const recordedBy = actor.kind === 'system' ? null : actor.name;
      await tx.query(
        `insert into membership_change (id, alliance_id, membership_id, status, effective_on, reason,
           recorded_by_name, recorded_by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          tx.allianceId,
          found.id,
          status,
          statusSince,
          change.reason,
          recordedBy,
          actingPerson(actor),
          tx.now(),
        ],
      );
      const subject = { kind: 'partner', id: organisationId };
      await tx.append(events[status], subject, { organisationName: found.name, effectiveOn: statusSince });
      return followOrganisation(tx, organisationId, status, this.telling);
    });
    for (const personId of people) this.sessions.changed(personId);
  }
}

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createAlliance, ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { type PersonActor, Roles, Sessions, UnitOfWork } from '#libs/platform';
import { slugOf } from '../domain/alliance-slug.js';

const SLUG_ATTEMPTS = 20;

/** Starts an alliance. Whoever starts it becomes its secretariat. */
@Injectable()
export class CreateAlliance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly sessions: Sessions,
  ) {}

  /**
   * @returns the alliance's id
   * @throws DomainError alliances/may-not-create, -horizon-backwards, -slug-taken (when the slug was given)
   */
  async run(
    actor: PersonActor,
    input: z.output<typeof createAlliance>,
  ): Promise<{ id: string; slug: string }> {
    if (!(await this.mayCreate(actor))) throw new DomainError<ErrorCode>('alliances/may-not-create');
    refuseBackwards(input.horizonFrom, input.horizonTo);
    const id = newId();
    // Row-level security lets in only what belongs to an alliance the actor acts in: from here on, the new one.
    const founder: PersonActor = {
      ...actor,
      allianceId: id,
      roles: [{ role: 'secretariat', organisationId: null }],
    };
    const slug = await this.unitOfWork.actAs(founder, async (tx) => {
      const wanted = input.slug ?? slugOf(input.name);
      for (let attempt = 1; attempt <= (input.slug === undefined ? SLUG_ATTEMPTS : 1); attempt += 1) {
        const tried = attempt === 1 ? wanted : `${wanted}-${String(attempt)}`;
        const made = await tx.query(
          `insert into alliance (id, slug, name, purpose, horizon_from, horizon_to, created_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do nothing returning id`,
          [id, tried, input.name, input.purpose, input.horizonFrom, input.horizonTo, tx.now()],
        );
        if (made.length === 0) continue;
        await tx.query(
          `insert into alliance_member (id, alliance_id, person_id, role, created_at)
           values ($1, $2, $3, 'secretariat', $4)`,
          [newId(), id, actor.personId, tx.now()],
        );
        await tx.append('alliances.alliance-created', { kind: 'alliance', id }, { allianceName: input.name });
        return tried;
      }
      throw new DomainError<ErrorCode>('alliances/slug-taken', { slug: wanted }, 'slug');
    });
    this.sessions.changed(actor.personId);
    return { id, slug };
  }

  /** An administrator, or somebody who runs an alliance already. */
  private async mayCreate(actor: PersonActor): Promise<boolean> {
    if (actor.isAdmin) return true;
    const held = await this.roles.of(actor.personId);
    return held.some((each) => each.role === 'secretariat');
  }
}

/** @throws DomainError alliances/horizon-backwards */
export function refuseBackwards(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from)
    throw new DomainError<ErrorCode>('alliances/horizon-backwards', {}, 'horizonTo');
}

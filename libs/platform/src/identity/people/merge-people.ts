import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Sessions } from '../sessions.js';
import { ReadPeople } from './people.query.js';

/**
 * Makes two records of one person into one, for good: addresses, roles, responsibilities and history go over; what
 * both have is had once; the sessions of the one that goes end. The one that goes stays as a name in the history.
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: ReadPeople,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError platform/not-found, platform/merge-not-possible */
  async run(actor: PersonActor, intoId: string, fromId: string): Promise<void> {
    await this.reading.previewMerge(actor, intoId, fromId);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const [merged] = await tx.query<{ done: boolean }>('select rygrad_merge_people($1, $2, $3) as done', [
        fromId,
        intoId,
        tx.now(),
      ]);
      if (merged?.done !== true) throw new DomainError<ErrorCode>('platform/merge-not-possible');
      await tx.append('platform.people-merged', { kind: 'person', id: intoId }, { fromId });
    });
    this.sessions.changed(fromId);
    this.sessions.changed(intoId);
  }
}

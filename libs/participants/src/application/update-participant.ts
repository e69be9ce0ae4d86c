import { Injectable } from '@nestjs/common';
import type { ErrorCode, UpdateParticipant as Changes } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, type Actor, logPersonAccess, notFound, UnitOfWork } from '#libs/platform';
import { ParticipantRepository } from './participant.repository.js';
import { factsOf } from './register-participants.js';

/** Changes what is known of a participant: the wish in their own words, school, consent. */
@Injectable()
export class UpdateParticipant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly participants: ParticipantRepository,
  ) {}

  /** @throws DomainError platform/not-found, platform/stale, participants/consent-ends-before-start */
  async run(actor: Actor, id: string, version: number, changes: Changes): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const [participant] = await this.participants.lock(tx, [id]);
      if (
        participant === undefined ||
        !this.access.allows(actor, 'update', 'Participant', { organisation_id: participant.organisationId })
      )
        throw notFound();
      await logPersonAccess(tx, { kind: 'participant', ids: [id] }, 'update');
      if (!(await this.participants.update(tx, id, version, factsOf(changes))))
        throw new DomainError<ErrorCode>('platform/stale');
      const { organisationName } = participant;
      await tx.append('participants.participant-updated', { kind: 'participant', id }, { organisationName });
    });
  }
}

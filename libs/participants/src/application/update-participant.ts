import { Injectable } from '@nestjs/common';
import type { ErrorCode, UpdateParticipant as Changes } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, UnitOfWork } from '#libs/platform';
import { mustRest } from '../domain/consent.js';
import { OwnParticipants } from './own-participants.js';
import { ParticipantRepository } from './participant.repository.js';
import { factsOf } from './register-participants.js';

/** Changes what is known of a participant: the wish in their own words, school, district. */
@Injectable()
export class UpdateParticipant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnParticipants,
    private readonly participants: ParticipantRepository,
  ) {}

  /** @throws DomainError platform/not-found, platform/stale, participants/consent-expired, consent-withdrawn */
  async run(actor: Actor, id: string, version: number, changes: Changes): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const { consent, organisationName } = await this.own.lock(tx, id, 'update');
      mustRest(consent);
      if (!(await this.participants.update(tx, id, version, factsOf(changes))))
        throw new DomainError<ErrorCode>('platform/stale');
      await tx.append('participants.participant-updated', { kind: 'participant', id }, { organisationName });
    });
  }
}

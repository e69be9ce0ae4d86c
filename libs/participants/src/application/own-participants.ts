import { Injectable } from '@nestjs/common';
import { Access, logPersonAccess, notFound, type Transaction } from '#libs/platform';
import { type LockedParticipant, ParticipantRepository } from './participant.repository.js';

/** The participants that are the actor's to change. */
@Injectable()
export class OwnParticipants {
  constructor(
    private readonly access: Access,
    private readonly participants: ParticipantRepository,
  ) {}

  /**
   * Locks one until the end of the unit of work, and logs the access.
   * @throws DomainError platform/not-found, also for participants of others
   */
  async lock(tx: Transaction, id: string, purpose: string): Promise<LockedParticipant> {
    const [participant] = await this.participants.lock(tx, [id]);
    if (
      participant === undefined ||
      !this.access.allows(tx.actor, 'update', 'Participant', { organisation_id: participant.organisationId })
    )
      throw notFound();
    await logPersonAccess(tx, { kind: 'participant', ids: [id] }, purpose);
    return participant;
  }
}

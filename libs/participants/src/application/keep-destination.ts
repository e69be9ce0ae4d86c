import { Injectable } from '@nestjs/common';
import type { Confidence, DestinationSource, EventType } from '#libs/api-schema';
import { copenhagenDate, newId, type PlainDate } from '#libs/kernel';
import { type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { mustRest } from '../domain/consent.js';
import { confirmSpell, endSpell, type Spell } from '../domain/destination-spell.js';
import { OwnParticipants } from './own-participants.js';
import { type LockedParticipant, ParticipantRepository } from './participant.repository.js';

type Kept = Extract<
  EventType,
  | 'participants.destination-confirmed'
  | 'participants.destination-ended'
  | 'participants.destination-retracted'
>;

interface Found {
  readonly spell: Spell;
  readonly participant: LockedParticipant;
  readonly today: PlainDate;
  readonly by: string | null;
}

/** Keeps a logged destination true while the consent holds: confirms it, says when it ended, or takes it back. */
@Injectable()
export class KeepDestination {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnParticipants,
    private readonly participants: ParticipantRepository,
  ) {}

  /** It still holds today. @throws DomainError platform/not-found, participants/spell-not-open, not-begun, consent-… */
  async confirm(
    actor: Actor,
    spellId: string,
    said: { source: DestinationSource; confidence: Confidence },
  ): Promise<void> {
    await this.change(
      actor,
      spellId,
      'participants.destination-confirmed',
      (tx, { spell, participant, today, by }) =>
        this.participants.confirm(tx, {
          ...said,
          id: newId(),
          spellId,
          organisationId: participant.organisationId,
          confirmedOn: today,
          confirmedByName: by,
          nextReviewOn: confirmSpell(spell, today),
        }),
    );
  }

  /** It ended on that day. @throws DomainError platform/not-found, participants/spell-not-open, ends-before-start */
  async end(actor: Actor, spellId: string, to: PlainDate): Promise<void> {
    await this.change(actor, spellId, 'participants.destination-ended', async (tx, { spell }) => {
      endSpell(spell, to);
      await this.participants.endSpells(tx, [
        { id: spellId, typeKey: spell.typeKey, to, nextReviewOn: null },
      ]);
    });
  }

  /** It was logged by mistake: it stays on record, marked. @throws DomainError platform/not-found */
  async retract(actor: Actor, spellId: string, reason: string): Promise<void> {
    await this.change(actor, spellId, 'participants.destination-retracted', (tx) =>
      this.participants.retract(tx, spellId, reason),
    );
  }

  private async change(
    actor: Actor,
    spellId: string,
    event: Kept,
    work: (tx: Transaction, found: Found) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const participantId = await this.participants.participantOfSpell(tx, spellId);
      if (participantId === null) throw notFound();
      const participant = await this.own.lock(tx, participantId, 'keep-destination');
      const spell = participant.spells.find(({ id }) => id === spellId);
      if (spell === undefined) throw notFound();
      mustRest(participant.consent);
      const by = actor.kind === 'person' ? actor.name : null;
      await work(tx, { spell, participant, today: copenhagenDate(tx.now()), by });
      const { organisationName } = participant;
      await tx.append(event, { kind: 'participant', id: participant.id }, { organisationName });
    });
  }
}

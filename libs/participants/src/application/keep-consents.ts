import { Injectable } from '@nestjs/common';
import type { ConsentTexts, ErrorCode, GiveConsent, WithdrawConsent } from '#libs/api-schema';
import { defaultConsentText } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, notFound, UnitOfWork } from '#libs/platform';
import { ConsentRepository } from './consent.repository.js';
import { OwnParticipants } from './own-participants.js';
import { RecordConsents } from './record-consents.js';

/** The history of consents: each new one is a line of its own, and a withdrawal holds from that moment. */
@Injectable()
export class KeepConsents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnParticipants,
    private readonly recorder: RecordConsents,
    private readonly consents: ConsentRepository,
  ) {}

  /**
   * A consent was given, or given anew.
   * @throws DomainError platform/not-found, participants/consent-…
   */
  async give(actor: Actor, participantId: string, given: GiveConsent): Promise<{ id: string }> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const participant = await this.own.lock(tx, participantId, 'consent');
      this.recorder.check(tx, [given], '');
      const { organisationId, organisationName } = participant;
      const [id] = await this.recorder.write(tx, organisationId, [{ ...given, participantId }], '');
      await tx.append(
        'participants.consent-given',
        { kind: 'participant', id: participantId },
        { organisationName },
      );
      return { id: id ?? '' };
    });
  }

  /**
   * A consent is withdrawn: nothing more is recorded on it, and when no other holds, what rested on it is hidden.
   * @throws DomainError platform/not-found, participants/consent-already-withdrawn
   */
  async withdraw(
    actor: Actor,
    participantId: string,
    consentId: string,
    withdrawal: WithdrawConsent,
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const { organisationName } = await this.own.lock(tx, participantId, 'consent');
      const history = await this.consents.history(tx, participantId);
      if (!history.some(({ id }) => id === consentId)) throw notFound();
      if (!(await this.consents.withdraw(tx, consentId, withdrawal)))
        throw new DomainError<ErrorCode>('participants/consent-already-withdrawn');
      await tx.append(
        'participants.consent-withdrawn',
        { kind: 'participant', id: participantId },
        { organisationName },
      );
    });
  }

  /** The texts that one's organisations have used, the latest first, or the one that is shipped. */
  async texts(actor: Actor): Promise<ConsentTexts> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const items = await this.consents.latestTexts(tx);
      return { items: items.length > 0 ? items : [defaultConsentText] };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { notFound, type Transaction } from '#libs/platform';

/** Whether a participant is there for whoever acts in the transaction. */
export type ParticipantCheck = (tx: Transaction, participantId: string) => Promise<boolean>;

/** The port by which the module of participants says whom an enquiry may be linked to. */
@Injectable()
export class EnquiryParticipants {
  private check: ParticipantCheck | undefined;

  /** Sets the check; called once, at start. */
  use(check: ParticipantCheck): void {
    this.check = check;
  }

  /**
   * A participant of somebody else's, or of nobody's, cannot be linked.
   * @throws DomainError platform/not-found
   */
  async refuseUnknown(tx: Transaction, participantId: string): Promise<void> {
    if (this.check === undefined || !(await this.check(tx, participantId))) throw notFound();
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type JobPayload, JobRegistry } from '../jobs/job-registry.js';
import { type Actor, systemActor } from '../tenancy/actor.js';
import { ClaimDelivery, type ClaimedDelivery } from './claim-delivery.js';
import { composeMessage, envelopeAddress } from './compose-message.js';
import { DELIVERY_SETTINGS, type DeliverySettings, readMailLayout } from './delivery-settings.js';
import type { SendOutcome } from './delivery-state.js';
import type { OutgoingMail } from './mail-content.js';
import { deliveryQueue } from './mailer.js';
import { clearContentQueue, SettleDelivery } from './settle-delivery.js';
import { SmtpSender } from './smtp-sender.js';

/** Sends mails: claim and commit, send with no transaction open, write down what the server said. */
@Injectable()
export class DeliveryProcessor implements OnModuleInit {
  private layout = '';

  constructor(
    private readonly jobs: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimDelivery,
    private readonly settle: SettleDelivery,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  onModuleInit(): void {
    this.layout = readMailLayout();
    this.jobs.handle(deliveryQueue, (payload, context) => this.deliver(payload, context.isLast), {
      leaseFor: this.settings.leaseMs,
      concurrency: 8,
    });
    this.jobs.handle(clearContentQueue, (payload) => this.clearContent(payload));
  }

  /**
   * Tries one mail once. Running it again is harmless at every point.
   * @param isLast when what the mail says cannot be made now either, it has failed
   */
  async deliver(payload: JobPayload, isLast = false): Promise<void> {
    const { allianceId, deliveryId } = payload;
    if (typeof allianceId !== 'string' || typeof deliveryId !== 'string') return;
    const actor = systemActor(allianceId, 'deliver mail');
    const claimed = await this.claim(actor, deliveryId, isLast);
    if (claimed === undefined) return;
    const { attempt, mail } = claimed;
    const { smtpUrl, boundMs } = this.settings;
    if (smtpUrl === undefined) {
      await this.unitOfWork.actAs(actor, (tx) => this.settle.shown(tx, deliveryId, attempt));
      return;
    }
    const outcome = await this.send(new SmtpSender({ url: smtpUrl, boundMs }), mail);
    await this.unitOfWork.actAs(actor, (tx) => this.settle.after(tx, deliveryId, attempt, outcome));
  }

  private async claim(
    actor: Actor,
    deliveryId: string,
    isLast: boolean,
  ): Promise<ClaimedDelivery | undefined> {
    try {
      return await this.unitOfWork.actAs(actor, (tx) => this.claims.claim(tx, deliveryId));
    } catch (error) {
      if (isLast) await this.unitOfWork.actAs(actor, (tx) => this.settle.abandon(tx, deliveryId));
      throw error;
    }
  }

  private async send(sender: SmtpSender, mail: OutgoingMail): Promise<SendOutcome> {
    let message: Buffer;
    try {
      message = await composeMessage(this.layout, mail);
    } catch {
      return { kind: 'refused', permanent: true, code: 'not-composed' };
    }
    return sender.send(this.settings.from.email, envelopeAddress(mail.to.email), message);
  }

  /** Thirty days after a mail was given up or shown, what it said is deleted. */
  private async clearContent(payload: JobPayload): Promise<void> {
    const { allianceId, deliveryId, attempt } = payload;
    if (typeof allianceId !== 'string') return;
    await this.unitOfWork.actAs(systemActor(allianceId, 'clear mail content'), (tx) =>
      tx.query(
        `update delivery set content = null
         where alliance_id = $1 and id = $2 and attempts = $3 and state in ('failed', 'uncertain', 'on_screen')`,
        [allianceId, deliveryId, attempt],
      ),
    );
  }
}

import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { type Clock, copenhagenDate, newId } from '#libs/kernel';
import { CONFIG, type Config } from '../../config/config.js';
import { CLOCK } from '../../database/clock.token.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { outgoingRules } from '../../http/outgoing-address.js';
import { type JobContext, JobRegistry } from '../../jobs/job-registry.js';
import { INSTALLATION, systemActor } from '../../tenancy/actor.js';
import { sendSigned } from '../../webhooks/sign-message.js';
import { AnchorSetting } from './anchor-setting.js';
import { type AnchorCause, Anchors } from './anchors.js';

/** The queue in which anchors are made. */
export const anchorQueue = 'platform.anchor';
const tellQueue = 'platform.anchor-webhook';
const lookEvery = 60_000;

/** Makes one anchor a day, and whenever it is asked for; tells the webhook of each. */
@Injectable()
export class AnchorProcessor implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private leftFor = '';

  constructor(
    private readonly jobs: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly anchors: Anchors,
    private readonly setting: AnchorSetting,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(anchorQueue, async ({ cause }, { jobId }) => {
      const made = await this.anchors.make(jobId, cause as AnchorCause);
      if (made !== undefined) await this.leaveTelling(made.id);
    });
    // Twelve tries reach over three hours; the next day's anchor carries the same heads and newer ones.
    this.jobs.handle(tellQueue, ({ anchorId }, context) => this.tell(String(anchorId), context), {
      maxAttempts: 12,
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'api') return;
    this.timer = setInterval(() => void this.leaveDaily().catch(() => undefined), lookEvery);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Leaves the present day's anchor; every worker does, the key makes them one. */
  async leaveDaily(): Promise<void> {
    const today = copenhagenDate(this.clock.now());
    if (this.leftFor === today) return;
    await this.leave('daily', `daily:${today}`);
    this.leftFor = today;
  }

  /** Leaves an anchor to be made now. */
  async leaveNow(): Promise<void> {
    await this.leave('demand', `demand:${newId()}`);
  }

  private async leave(cause: AnchorCause, key: string): Promise<void> {
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'leave anchor'), (tx) =>
      tx.enqueue({ queue: anchorQueue, key, payload: { allianceId: INSTALLATION, cause } }),
    );
  }

  private async leaveTelling(anchorId: string): Promise<void> {
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'tell of anchor'), async (tx) => {
      if ((await this.setting.target(tx)) === undefined) return;
      await tx.enqueue({ queue: tellQueue, key: anchorId, payload: { allianceId: INSTALLATION, anchorId } });
    });
  }

  private async tell(anchorId: string, context: JobContext): Promise<void> {
    const actor = systemActor(INSTALLATION, 'tell of anchor');
    const [target, row] = await this.unitOfWork.readAs(actor, async (tx) => {
      const [anchor] = await tx.query<{ document: string }>('select document from anchor where id = $1', [
        anchorId,
      ]);
      return [await this.setting.target(tx), anchor] as const;
    });
    if (target === undefined || row === undefined) return;
    const data = JSON.parse(row.document) as { anchoredAt: string };
    const body = JSON.stringify({ type: 'audit.heads-anchored', timestamp: data.anchoredAt, data });
    const done = await sendSigned(
      { url: target.url, id: anchorId, body, at: this.clock.now(), secrets: [target.secret] },
      outgoingRules(this.config),
    );
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.query('update anchor set webhook_status = $2, webhook_fault = $3 where id = $1', [
        anchorId,
        done.status,
        done.fault,
      ]),
    );
    if (!done.delivered && !context.isLast) throw new Error('The anchor was not accepted');
  }
}

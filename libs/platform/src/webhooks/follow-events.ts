import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Notifications } from '../database/notifications.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { feedChannel } from '../events/event-sealer.js';
import { LOGGER } from '../observability/logger.js';
import { systemActor } from '../tenancy/actor.js';
import { webhookTypes } from './webhook-message.js';
import { WebhookMessages } from './webhook-messages.js';

const batch = 500;
/** Hints are gathered this long: under load one look serves many events. */
const gatherFor = 200;
const lookEvery = 5000;
/** How long the log of messages is kept, in days. */
const keptDays = 30;

interface Following {
  id: string;
  types: string[];
  after_seq: string;
}

/**
 * Makes messages of sealed events, each webhook from where it is in the alliance's sequence. A hint may be lost, the look
 * every few seconds finds what is behind; two workers never follow for the same webhook at once.
 */
@Injectable()
export class WebhookFollower implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
    private readonly messages: WebhookMessages,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.ROLE === 'api') return;
    await this.notifications.listen(feedChannel, () => {
      this.soon ??= setTimeout(() => {
        this.soon = undefined;
        this.look();
      }, gatherFor);
    });
    this.timer = setInterval(() => {
      this.look();
    }, lookEvery);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.soon);
    await this.looking;
  }

  private look(): void {
    this.looking = this.looking
      .then(() => this.followAll())
      .catch((error: unknown) => {
        if (!this.stopped) this.logger.warn({ err: error }, 'following events for webhooks failed');
      });
  }

  private async followAll(): Promise<void> {
    if (this.stopped) return;
    const behind = await this.database.query<{ id: string }>(
      'select id from rygrad_alliances_with_webhooks_behind() as id',
    );
    for (const { id } of behind) {
      let more = true;
      while (more && !this.hasStopped())
        more = await this.unitOfWork.actAs(systemActor(id, 'follow events for webhooks'), (tx) =>
          this.follow(tx),
        );
    }
  }

  /** One batch for each webhook of an alliance. @returns whether there is more */
  private async follow(tx: Transaction): Promise<boolean> {
    const webhooks = await tx.query<Following>(
      `select id, types, after_seq from webhook where alliance_id = $1 and state = 'active' for update skip locked`,
      [tx.allianceId],
    );
    let more = false;
    for (const webhook of webhooks) {
      const events = await tx.query<{ seq: string; id: string; type: string }>(
        `select s.seq, e.id, e.type from event_seal s join event e on e.id = s.event_id and e.alliance_id = s.alliance_id
         where s.alliance_id = $1 and s.seq > $2 order by s.seq limit ${String(batch)}`,
        [tx.allianceId, webhook.after_seq],
      );
      const last = events.at(-1);
      if (last === undefined) continue;
      const types = webhook.types.length === 0 ? webhookTypes : webhook.types;
      await this.messages.add(
        tx,
        webhook.id,
        events.filter(({ type }) => types.includes(type)),
      );
      await tx.query('update webhook set after_seq = $3 where alliance_id = $1 and id = $2', [
        tx.allianceId,
        webhook.id,
        last.seq,
      ]);
      more ||= events.length === batch;
    }
    await this.forgetOld(tx);
    return more;
  }

  private async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(
      `delete from webhook_message where alliance_id = $1 and state <> 'pending'
         and created_at < $2::timestamptz - make_interval(days => ${String(keptDays)})`,
      [tx.allianceId, tx.now()],
    );
  }

  /** Asked anew after every await: in between somebody may have stopped it. */
  private hasStopped(): boolean {
    return this.stopped;
  }
}

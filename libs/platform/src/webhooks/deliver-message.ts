import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Clock, newId } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK } from '../database/clock.token.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { outgoingRules } from '../http/outgoing-address.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { systemActor } from '../tenancy/actor.js';
import { type AfterFailure, afterFailure, nextTry } from './retry-schedule.js';
import { type SignedMessage, sendSigned, type Try } from './sign-message.js';
import { bodyOf, findMessage } from './message-row.js';
import { tryJob, webhookQueue } from './webhook-messages.js';
import type { WebhookRow } from './webhook-row.js';
import { WebhookStates } from './webhook-states.js';
import { webhookColumns } from './webhook-row.js';
import { Webhooks } from './webhooks.js';

/** Tries messages: reads, sends without a transaction, writes down what became of it. */
@Injectable()
export class DeliverMessage implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly states: WebhookStates,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.registry.handle(
      webhookQueue,
      async ({ allianceId, messageId }) => {
        await this.deliver(String(allianceId), String(messageId));
      },
      { concurrency: 8 },
    );
  }

  private async deliver(allianceId: string, messageId: string): Promise<void> {
    const actor = systemActor(allianceId, 'deliver to webhook');
    const message = await this.unitOfWork.readAs(actor, (tx) => this.prepare(tx, messageId));
    if (message === undefined) return;
    const done = await sendSigned(message, outgoingRules(this.config));
    await this.unitOfWork.actAs(actor, (tx) => this.settle(tx, messageId, done));
  }

  /** What is to be sent; undefined when it has been sent, its webhook rests, or is gone. */
  private async prepare(tx: Transaction, messageId: string): Promise<SignedMessage | undefined> {
    const [webhook] = await tx.query<WebhookRow>(
      `select ${webhookColumns} from webhook w join webhook_message m on m.webhook_id = w.id and m.alliance_id = w.alliance_id
       where m.alliance_id = $1 and m.id = $2 and m.state = 'pending' and w.state = 'active'`,
      [tx.allianceId, messageId],
    );
    if (webhook === undefined) return undefined;
    const row = await findMessage(tx, messageId);
    const now = this.clock.now();
    return {
      url: webhook.url,
      id: row.event_id ?? row.id,
      body: bodyOf(row, tx.allianceId),
      at: now,
      secrets: this.webhooks.secretsOf(webhook, now),
    };
  }

  private async settle(tx: Transaction, messageId: string, done: Try): Promise<void> {
    const [held] = await tx.query<{ webhook_id: string; round: number; tries: number }>(
      `select webhook_id, round, attempts_this_round + 1 as tries from webhook_message
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, messageId],
    );
    if (held === undefined) return;
    const webhook = await this.webhooks.find(tx, held.webhook_id);
    await tx.query(
      `insert into webhook_attempt (id, alliance_id, message_id, attempted_at, status, took_ms, fault, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), tx.allianceId, messageId, tx.now(), done.status, done.tookMs, done.fault, done.answer],
    );
    const failingSince = webhook.failing_since ?? tx.now();
    const after = done.delivered
      ? 'delivered'
      : afterFailure(done.status, held.tries, tx.now().getTime() - failingSince.getTime());
    const next = after === 'try-again' ? nextTry(tx.now(), held.tries) : null;
    await this.write(tx, messageId, done, after, next);
    await tx.query(
      `update webhook set failing_since = $3, last_delivered_at = coalesce($4, last_delivered_at)
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, webhook.id, done.delivered ? null : failingSince, done.delivered ? tx.now() : null],
    );
    if (next !== null)
      await tx.enqueue(tryJob(tx.allianceId, { id: messageId, round: held.round, tries: held.tries }, next));
    if ((after === 'gone' || after === 'give-up-and-pause') && webhook.state === 'active')
      await this.states.stop(
        tx,
        webhook,
        after === 'gone' ? 'gone' : 'failing',
        done.fault ?? `HTTP ${String(done.status)}`,
      );
  }

  /** A receiver that is gone has accepted nothing: the message waits, should the webhook be resumed. */
  private async write(
    tx: Transaction,
    messageId: string,
    done: Try,
    after: AfterFailure | 'delivered',
    next: Date | null,
  ): Promise<void> {
    const state = {
      delivered: 'delivered',
      'try-again': 'pending',
      gone: 'pending',
      'give-up': 'failed',
      'give-up-and-pause': 'pending',
    }[after];
    await tx.query(
      `update webhook_message set state = $3, attempts = attempts + 1, attempts_this_round = attempts_this_round + 1,
         status = $4, took_ms = $5, fault = $6, attempted_at = $7, next_at = $8
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, messageId, state, done.status, done.tookMs, done.fault, tx.now(), next],
    );
  }
}

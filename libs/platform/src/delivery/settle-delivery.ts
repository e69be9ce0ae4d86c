import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { DeliveryChecks } from './delivery-checks.js';
import { checkedOf, type DeliveryRow, deliveryColumns } from './delivery-row.js';
import { afterAttempt, nextState, type SendOutcome } from './delivery-state.js';
import { deliveryQueue } from './mailer.js';

/** The queue in which the contents of mails wait to be cleared away. */
export const clearContentQueue = 'platform.delivery-clear';

const minute = 60_000;
const keptFor = 30 * 24 * 60 * minute;

/** Writes down what became of a mail. */
@Injectable()
export class SettleDelivery {
  constructor(private readonly checks: DeliveryChecks) {}

  /** What it was about was done meanwhile: it is not sent. */
  async drop(tx: Transaction, row: DeliveryRow): Promise<void> {
    await this.write(tx, row, 'dropped', { clear: true });
  }

  /** What the mail should say could not be made in all the tries its job has. */
  async abandon(tx: Transaction, deliveryId: string): Promise<void> {
    const [row] = await tx.query<DeliveryRow>(
      `select ${deliveryColumns} from delivery where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, deliveryId],
    );
    if (row === undefined) return;
    const state = nextState(row.state, 'abandoned');
    if (state !== undefined) await this.fail(tx, row, state, 'not-composed');
  }

  /** There is no mail server: the mail is read in the outbox. */
  async shown(tx: Transaction, deliveryId: string, attempt: number): Promise<void> {
    const row = await this.lock(tx, deliveryId, attempt);
    if (row === undefined || nextState(row.state, 'shown') === undefined) return;
    await this.write(tx, row, 'on_screen', {});
    await this.clearLater(tx, row);
  }

  /** An attempt has ended. An attempt that is not the mail's latest changes nothing. */
  async after(tx: Transaction, deliveryId: string, attempt: number, outcome: SendOutcome): Promise<void> {
    const row = await this.lock(tx, deliveryId, attempt);
    if (row === undefined) return;
    const { transition, retryInMinutes } = afterAttempt(outcome, attempt);
    const state = nextState(row.state, transition);
    if (state === undefined) return;
    if (outcome.kind === 'accepted') {
      await this.write(tx, row, state, { answer: outcome.answer, clear: true });
      await tx.append('delivery.mail-sent', aboutOf(row), { template: row.template });
    } else if (state === 'pending') {
      await this.write(tx, row, state, { code: outcome.code });
      await this.retry(tx, row, attempt, retryInMinutes ?? 0);
    } else {
      await this.fail(tx, row, state, outcome.code);
    }
  }

  private async fail(tx: Transaction, row: DeliveryRow, state: DeliveryState, code: string): Promise<void> {
    await this.write(tx, row, state, { code });
    const type = state === 'failed' ? 'delivery.mail-failed' : 'delivery.mail-uncertain';
    await tx.append(type, aboutOf(row), { template: row.template, code });
    await this.clearLater(tx, row);
  }

  private async lock(tx: Transaction, deliveryId: string, attempt: number): Promise<DeliveryRow | undefined> {
    const [row] = await tx.query<DeliveryRow>(
      `select ${deliveryColumns} from delivery where alliance_id = $1 and id = $2 and attempts = $3 for update`,
      [tx.allianceId, deliveryId, attempt],
    );
    return row;
  }

  private async write(
    tx: Transaction,
    row: DeliveryRow,
    state: DeliveryState,
    also: { code?: string; answer?: string; clear?: boolean },
  ): Promise<void> {
    await tx.query(
      `update delivery set state = $3, code = $4, answer = $5, content = case when $6 then null else content end,
         settled_at = case when $3 = 'pending' then null else $7::timestamptz end
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, row.id, state, also.code ?? null, also.answer ?? null, also.clear ?? false, tx.now()],
    );
    await this.checks.of(row.check_name)?.settled?.(tx, checkedOf(row), state);
  }

  private async retry(tx: Transaction, row: DeliveryRow, attempt: number, minutes: number): Promise<void> {
    await tx.enqueue({
      queue: deliveryQueue,
      key: `${row.id}:retry:${String(attempt)}`,
      payload: { allianceId: tx.allianceId, deliveryId: row.id },
      runAt: new Date(tx.now().getTime() + minutes * minute),
    });
  }

  private async clearLater(tx: Transaction, row: DeliveryRow): Promise<void> {
    await tx.enqueue({
      queue: clearContentQueue,
      key: `${row.id}:${String(row.attempts)}`,
      payload: { allianceId: tx.allianceId, deliveryId: row.id, attempt: row.attempts },
      runAt: new Date(tx.now().getTime() + keptFor),
    });
  }
}

function aboutOf(row: DeliveryRow): { kind: string; id: string } {
  return { kind: row.about_kind, id: row.about_id };
}

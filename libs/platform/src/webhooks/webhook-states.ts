import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { Mailer } from '../delivery/mailer.js';
import { Addresses } from '../identity/addresses.js';
import { webhookStoppedMail } from './webhook.mail.js';
import { WebhookMessages } from './webhook-messages.js';
import { namesOf, type WebhookRow } from './webhook-row.js';
import { Webhooks } from './webhooks.js';

/** A webhook works or rests: by a person, or because nothing is accepted any more. */
@Injectable()
export class WebhookStates {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly messages: WebhookMessages,
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
  ) {}

  /** Sends nothing until it is resumed; what waits, waits. The administrator's pause takes the place of any other. */
  async pause(tx: Transaction, id: string, by: 'person' | 'administrator' = 'person'): Promise<void> {
    const row = await this.webhooks.find(tx, id);
    if (row.pause_reason === by || (row.state === 'paused' && by === 'person')) return;
    await this.set(tx, id, by);
    const type =
      by === 'person' ? 'integrations.webhook-paused' : 'integrations.webhook-paused-by-administrator';
    await tx.append(type, { kind: 'webhook', id }, namesOf(row));
  }

  /** Pauses a webhook that accepts nothing, and tells the secretariat by mail. */
  async stop(tx: Transaction, row: WebhookRow, reason: 'failing' | 'gone', fault: string): Promise<void> {
    await this.set(tx, row.id, reason);
    await tx.append(
      'integrations.webhook-stopped',
      { kind: 'webhook', id: row.id },
      { ...namesOf(row), fault },
    );
    const [alliance] = await tx.query<{ slug: string; name: string }>(
      'select slug, name from alliances_alliance where id = $1',
      [tx.allianceId],
    );
    const people = await tx.query<{ id: string; name: string; email: string; locale: 'da' | 'en' }>(
      `select distinct m.person_id as id, m.name, m.email::text as email, m.locale from alliances_member m
       where m.alliance_id = $1 and m.role = 'secretariat' order by m.person_id limit 20`,
      [tx.allianceId],
    );
    for (const person of people)
      await this.mailer.queue(tx, {
        template: webhookStoppedMail,
        params: {
          name: row.name,
          host: new URL(row.url).host,
          allianceName: alliance?.name ?? '',
          fault,
          url: this.addresses.of(`/a/${alliance?.slug ?? ''}/indstillinger/integrationer/${row.id}`),
        },
        to: { name: person.name, email: person.email, locale: person.locale },
        key: `webhook-stopped:${row.id}:${tx.now().toISOString()}:${person.id}`,
        about: { kind: 'webhook', id: row.id },
        automatic: true,
      });
  }

  /** Ends the administrator's pause: the webhook rests until the secretariat resumes it. */
  async release(tx: Transaction, id: string): Promise<void> {
    const row = await this.webhooks.find(tx, id);
    if (row.pause_reason !== 'administrator') return;
    await this.set(tx, id, 'released');
    await tx.append('integrations.webhook-released', { kind: 'webhook', id }, namesOf(row));
  }

  /**
   * Works again.
   * @param catchUp send what happened meanwhile, or begin from now
   * @throws DomainError integrations/paused-by-administrator
   */
  async resume(tx: Transaction, id: string, catchUp: boolean): Promise<void> {
    const row = await this.webhooks.find(tx, id);
    if (row.state === 'active') return;
    if (row.pause_reason === 'administrator')
      throw new DomainError<ErrorCode>('integrations/paused-by-administrator');
    await tx.query(
      `update webhook set state = 'active', pause_reason = null, failing_since = null, version = version + 1,
         after_seq = case when $3 then after_seq
           else coalesce((select max(seq) from event_seal where alliance_id = $1), after_seq) end
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, catchUp],
    );
    const waiting = await tx.query<{ id: string }>(
      `select id from webhook_message where alliance_id = $1 and webhook_id = $2 and state = 'pending' order by id`,
      [tx.allianceId, id],
    );
    const ids = waiting.map((message) => message.id);
    if (catchUp) await this.messages.startRound(tx, ids);
    else
      await tx.query(
        `update webhook_message set state = 'failed', fault = 'skipped', next_at = null
         where alliance_id = $1 and id = any ($2)`,
        [tx.allianceId, ids],
      );
    await tx.append('integrations.webhook-resumed', { kind: 'webhook', id }, namesOf(row));
  }

  private async set(
    tx: Transaction,
    id: string,
    reason: NonNullable<WebhookRow['pause_reason']>,
  ): Promise<void> {
    await tx.query(
      `update webhook set state = 'paused', pause_reason = $3, version = version + 1 where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, reason],
    );
  }
}

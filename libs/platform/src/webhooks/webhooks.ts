import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, keepWebhook, webhooks as webhooksSchema } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../access/access.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Transaction } from '../database/transaction.js';
import { outgoingRules, readOutgoingUrl } from '../http/outgoing-address.js';
import { KeyRing } from '../secrets/key-ring.js';
import { SealedColumns } from '../secrets/sealed-columns.js';
import { secretOverlap } from './retry-schedule.js';
import { newWebhookSecret } from './sign-message.js';
import { webhookTypes } from './webhook-message.js';
import { namesOf, secretContext, shownWebhook, webhookColumns, type WebhookRow } from './webhook-row.js';

const mostWebhooks = 20;

type Given = z.output<typeof keepWebhook>;

/** The webhooks of an alliance: made, changed, given new secrets, removed. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly keys: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
    sealed: SealedColumns,
  ) {
    for (const column of ['secret', 'previous_secret'] as const)
      sealed.register({
        table: 'webhook',
        id: 'id',
        column,
        context: ({ id }) => secretContext(column, String(id)),
      });
  }

  /** All of the alliance, by name. */
  async list(tx: Transaction): Promise<z.infer<typeof webhooksSchema>> {
    const rows = await tx.query<WebhookRow & { waiting: number }>(
      `select ${webhookColumns}, (select count(*)::int from webhook_message m where m.alliance_id = w.alliance_id
         and m.webhook_id = w.id and m.state = 'pending') as waiting
       from webhook w where w.alliance_id = $1 order by w.name collate "da-x-icu", w.id`,
      [tx.allianceId],
    );
    return { items: rows.map((row) => shownWebhook(row, tx.now())), types: [...webhookTypes] };
  }

  /**
   * Adds a webhook; it is told of what happens from now on.
   * @returns its id and its secret, to be shown once
   * @throws DomainError integrations/too-many-webhooks, outgoing/…
   */
  async create(tx: Transaction, given: Given): Promise<{ id: string; secret: string }> {
    this.refuseBad(given);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('webhooks:' || $1, 0))`, [tx.allianceId]);
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      'select count(*)::int as count from webhook where alliance_id = $1',
      [tx.allianceId],
    );
    if (count >= mostWebhooks)
      throw new DomainError<ErrorCode>('integrations/too-many-webhooks', { most: mostWebhooks });
    const id = newId();
    const secret = newWebhookSecret();
    await tx.query(
      `insert into webhook (id, alliance_id, name, url, types, secret, after_seq, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, coalesce((select max(seq) from event_seal where alliance_id = $2), 0), $7, $8)`,
      [
        id,
        tx.allianceId,
        given.name,
        given.url,
        given.types,
        this.keys.seal(secret, secretContext('secret', id)),
        tx.actor.kind === 'person' ? tx.actor.personId : null,
        tx.now(),
      ],
    );
    await tx.append('integrations.webhook-created', { kind: 'webhook', id }, namesOf(given));
    return { id, secret };
  }

  /** Changes name, address and types. @throws DomainError platform/not-found, platform/stale, outgoing/… */
  async change(tx: Transaction, id: string, given: Given, version: number): Promise<void> {
    this.refuseBad(given);
    const before = await this.find(tx, id);
    if (before.version !== version) throw new DomainError<ErrorCode>('platform/stale');
    await tx.query(
      `update webhook set name = $3, url = $4, types = $5, version = version + 1,
         failing_since = case when url = $4 then failing_since end
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, given.name, given.url, given.types],
    );
    await tx.append('integrations.webhook-changed', { kind: 'webhook', id }, namesOf(given));
  }

  /** Gives a new secret; for a day messages carry the signatures of both. @returns the new secret, to be shown once */
  async rotate(tx: Transaction, id: string): Promise<string> {
    const before = await this.find(tx, id);
    const secret = newWebhookSecret();
    const previous = this.keys.open(before.secret, secretContext('secret', id));
    await tx.query(
      `update webhook set secret = $3, previous_secret = $4, previous_until = $5, version = version + 1
       where alliance_id = $1 and id = $2`,
      [
        tx.allianceId,
        id,
        this.keys.seal(secret, secretContext('secret', id)),
        this.keys.seal(previous, secretContext('previous_secret', id)),
        new Date(tx.now().getTime() + secretOverlap),
      ],
    );
    await tx.append('integrations.webhook-secret-rotated', { kind: 'webhook', id }, namesOf(before));
    return secret;
  }

  /** Takes a webhook away, with its messages. */
  async remove(tx: Transaction, id: string): Promise<void> {
    const before = await this.find(tx, id);
    await tx.query('delete from webhook where alliance_id = $1 and id = $2', [tx.allianceId, id]);
    await tx.append('integrations.webhook-removed', { kind: 'webhook', id }, namesOf(before));
  }

  /** One webhook, held until the end of the transaction. @throws DomainError platform/not-found */
  async find(tx: Transaction, id: string): Promise<WebhookRow> {
    const [row] = await tx.query<WebhookRow>(
      `select ${webhookColumns} from webhook w where w.alliance_id = $1 and w.id = $2 for update`,
      [tx.allianceId, id],
    );
    if (row === undefined) throw notFound();
    return row;
  }

  /** The secrets that sign now: the present one first. */
  secretsOf(row: WebhookRow, now: Date): string[] {
    const present = this.keys.open(row.secret, secretContext('secret', row.id)).toString('utf8');
    if (row.previous_secret === null || row.previous_until === null || row.previous_until <= now)
      return [present];
    const before = this.keys.open(row.previous_secret, secretContext('previous_secret', row.id));
    return [present, before.toString('utf8')];
  }

  private refuseBad(given: Given): void {
    readOutgoingUrl(given.url, outgoingRules(this.config));
    if (given.types.some((type) => !webhookTypes.includes(type)))
      throw new DomainError<ErrorCode>('platform/invalid-input', {}, 'types');
  }
}

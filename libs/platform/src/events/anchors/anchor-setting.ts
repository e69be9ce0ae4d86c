import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { anchorSetting, ErrorCode, keepAnchorSetting } from '#libs/api-schema';
import { DomainError, normaliseEmail } from '#libs/kernel';
import { CONFIG, type Config } from '../../config/config.js';
import type { Transaction } from '../../database/transaction.js';
import { outgoingRules, readOutgoingUrl } from '../../http/outgoing-address.js';
import { KeyRing } from '../../secrets/key-ring.js';
import { SealedColumns } from '../../secrets/sealed-columns.js';
import { newWebhookSecret } from '../../webhooks/sign-message.js';

const context = 'anchor_setting.webhook_secret:1';

interface Row {
  mail_to: string[];
  webhook_url: string | null;
  webhook_secret: Buffer | null;
  version: number;
}

/** Where anchors go besides the file: mail addresses and one address that is told. */
@Injectable()
export class AnchorSetting {
  constructor(
    private readonly keys: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
    sealed: SealedColumns,
  ) {
    sealed.register({
      table: 'anchor_setting',
      id: 'id',
      column: 'webhook_secret',
      context: () => context,
    });
  }

  /** The setting as the administrator sees it. */
  async read(tx: Transaction): Promise<z.infer<typeof anchorSetting>> {
    const row = await this.row(tx);
    return {
      mailTo: row.mail_to,
      webhookUrl: row.webhook_url,
      hasSecret: row.webhook_secret !== null,
      version: row.version,
    };
  }

  /** Address and secret of the webhook, if there is one. */
  async target(tx: Transaction): Promise<{ url: string; secret: string } | undefined> {
    const row = await this.row(tx);
    if (row.webhook_url === null || row.webhook_secret === null) return undefined;
    return { url: row.webhook_url, secret: this.keys.open(row.webhook_secret, context).toString('utf8') };
  }

  /**
   * Changes the setting. Another address gets another secret.
   * @returns the new secret, to be shown once
   * @throws DomainError platform/stale, outgoing/…
   */
  async keep(
    tx: Transaction,
    given: z.output<typeof keepAnchorSetting>,
    version: number,
  ): Promise<string | null> {
    const before = await this.row(tx);
    if (before.version !== version) throw new DomainError<ErrorCode>('platform/stale');
    const url = given.webhookUrl === null || given.webhookUrl === '' ? null : given.webhookUrl;
    if (url !== null) readOutgoingUrl(url, outgoingRules(this.config));
    const secret = url !== null && url !== before.webhook_url ? newWebhookSecret() : null;
    const mails = [...new Set(given.mailTo.map((email) => normaliseEmail(email) ?? email))];
    await tx.query(
      `update anchor_setting set mail_to = $1, webhook_url = $2, version = version + 1,
         webhook_secret = case when $2::text is null then null else coalesce($3, webhook_secret) end`,
      [mails, url, secret === null ? null : this.keys.seal(secret, context)],
    );
    const host = url === null ? null : new URL(url).host;
    await tx.append(
      'audit.anchor-setting-changed',
      { kind: 'alliance', id: tx.allianceId },
      { mails: mails.length, host },
    );
    return secret;
  }

  private async row(tx: Transaction): Promise<Row> {
    const [row] = await tx.query<Row>(
      'select mail_to, webhook_url, webhook_secret, version from anchor_setting',
    );
    if (row === undefined) throw new Error('anchor_setting has lost its row');
    return row;
  }
}

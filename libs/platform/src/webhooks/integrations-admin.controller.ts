import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { actOnWebhook, id as idSchema, installationIntegrations } from '#libs/api-schema';
import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AdminOnly, Answer, AnswerNothing, CurrentActor } from '../http/decorators.js';
import { ApiTokens } from '../identity/api-tokens/api-tokens.js';
import { type PersonActor, systemActor } from '../tenancy/actor.js';
import { WebhookStates } from './webhook-states.js';

type Integrations = z.infer<typeof installationIntegrations>['items'];
type Nothing = z.infer<typeof actOnWebhook>;

interface Row {
  kind: 'token' | 'webhook';
  id: string;
  alliance_id: string;
  alliance_name: string;
  name: string;
  owner_name: string | null;
  url: string | null;
  state: 'active' | 'paused' | 'revoked';
  pause_reason: Integrations[number]['pauseReason'];
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}

/** All keys and addresses of the installation: names and times, never a secret or a content. */
@ApiTags('admin')
@Controller('api/v1/admin/integrations')
export class IntegrationsAdminController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: ApiTokens,
    private readonly states: WebhookStates,
  ) {}

  @Get()
  @AdminOnly()
  @Answer(installationIntegrations)
  async list(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof installationIntegrations>> {
    return { items: await this.unitOfWork.readAs(actor, (tx) => all(tx)) };
  }

  @Post('tokens/:tokenId/revocation')
  @AdminOnly()
  @AnswerNothing()
  async revoke(
    @CurrentActor() actor: PersonActor,
    @Param('tokenId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<void> {
    const allianceId = await this.allianceOf(actor, 'token', id);
    await this.unitOfWork.actAs(systemActor(allianceId, 'administrator revokes token'), (tx) =>
      this.tokens.revoke(tx, id, 'administrator'),
    );
  }

  @Post('webhooks/:webhookId/pause')
  @AdminOnly()
  @AnswerNothing()
  async pause(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<void> {
    const allianceId = await this.allianceOf(actor, 'webhook', id);
    await this.unitOfWork.actAs(systemActor(allianceId, 'administrator pauses webhook'), (tx) =>
      this.states.pause(tx, id, 'administrator'),
    );
  }

  @Post('webhooks/:webhookId/release')
  @AdminOnly()
  @AnswerNothing()
  async release(
    @CurrentActor() actor: PersonActor,
    @Param('webhookId', { schema: idSchema }) id: string,
    @Body({ schema: actOnWebhook }) _nothing: Nothing,
  ): Promise<void> {
    const allianceId = await this.allianceOf(actor, 'webhook', id);
    await this.unitOfWork.actAs(systemActor(allianceId, 'administrator releases webhook'), (tx) =>
      this.states.release(tx, id),
    );
  }

  private async allianceOf(actor: PersonActor, kind: Row['kind'], id: string): Promise<string> {
    const items = await this.unitOfWork.readAs(actor, (tx) => all(tx));
    const found = items.find((item) => item.kind === kind && item.id === id);
    if (found === undefined) throw notFound();
    return found.allianceId;
  }
}

async function all(tx: Transaction): Promise<Integrations> {
  const rows = await tx.query<Row>(
    `select i.kind, i.id, i.alliance_id, i.alliance_name, i.name, p.name as owner_name, i.url, i.state, i.pause_reason,
       i.created_at,
       i.last_used_at, i.expires_at
     from rygrad_installation_integrations() i left join person p on p.id = i.owner_id
     order by i.alliance_name collate "da-x-icu", i.kind, i.created_at desc`,
  );
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    allianceId: row.alliance_id,
    allianceName: row.alliance_name,
    name: row.name,
    ownerName: row.owner_name,
    host: row.url === null ? null : new URL(row.url).host,
    state:
      row.state === 'active' && row.expires_at !== null && row.expires_at <= tx.now() ? 'expired' : row.state,
    pauseReason: row.pause_reason,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  }));
}

import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CONFIG, type Config } from '../../config/config.js';
import { CLOCK } from '../../database/clock.token.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { outgoingRules } from '../../http/outgoing-address.js';
import { outgoingFetch } from '../../http/outgoing-request.js';
import { INSTALLATION, systemActor } from '../../tenancy/actor.js';
import { hashToken } from '../tokens.js';
import type { IdentityProvider } from './identity-provider.js';
import { logoutTokenFor, readLogoutToken } from './logout-token.js';
import { ProviderClient } from './provider-client.js';
import { ProviderSessions } from './provider-sessions.js';

/** What a provider's keys are asked with. */
const call = { timeoutMs: 5_000, mostBytes: 262_144 };

/** Sessions end here when their person has signed out of the identity provider (back-channel logout). */
@Injectable()
export class BackChannelLogout {
  private readonly keys = new Map<string, JWTVerifyGetKey>();

  constructor(
    private readonly client: ProviderClient,
    private readonly sessions: ProviderSessions,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Obeys a logout token, once. @throws DomainError logins/logout-refused, logins/provider-unreachable */
  async obey(provider: IdentityProvider, token: string): Promise<void> {
    const { jti, ...whose } = await readLogoutToken(token, {
      ...{ issuer: provider.issuer, clientId: provider.clientId, now: this.clock.now() },
      keys: await this.keysOf(provider),
    });
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'back-channel-logout'), async (tx) => {
      await this.noteOnce(tx, provider.id, jti);
      for (const [personId, count] of await this.sessions.end(tx, provider.id, whose))
        await tx.append(
          'platform.signed-out-by-provider',
          { kind: 'person', id: personId },
          { provider: provider.nameDa, count },
        );
    });
  }

  private async noteOnce(tx: Transaction, providerId: string, jti: string): Promise<void> {
    const now = tx.now();
    await tx.query('delete from provider_logout where expires_at < $1', [now]);
    const noted = await tx.query(
      `insert into provider_logout (provider_id, jti_hash, expires_at) values ($1, $2, $3)
       on conflict do nothing returning provider_id`,
      [providerId, hashToken(jti), new Date(now.getTime() + 2 * logoutTokenFor * 1000)],
    );
    if (noted.length === 0) throw new DomainError<ErrorCode>('logins/logout-refused');
  }

  private async keysOf(provider: IdentityProvider): Promise<JWTVerifyGetKey> {
    const { jwks_uri: address } = (await this.client.configurationOf(provider)).serverMetadata();
    if (address === undefined) throw new DomainError<ErrorCode>('logins/logout-refused');
    const known = this.keys.get(address);
    if (known !== undefined) return known;
    const keys = createRemoteJWKSet(new URL(address), {
      [customFetch]: outgoingFetch(outgoingRules(this.config), call),
    });
    this.keys.set(address, keys);
    return keys;
  }
}

import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { signedOut } from '#libs/api-schema';
import type { PersonActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { postLogoutPath } from './identity-provider.js';
import { ProviderClient } from './provider-client.js';
import { ProviderSessions } from './provider-sessions.js';

/** Nobody waits longer for the way out of a provider: they are signed out here in any case. */
const patience = 2_000;

/** The way out of the identity provider a session came through (RP-initiated logout). */
@Injectable()
export class ProviderLogout {
  constructor(
    private readonly sessions: ProviderSessions,
    private readonly client: ProviderClient,
    private readonly addresses: Addresses,
  ) {}

  /** Where to sign out there, too; null when the session did not come so, or the provider does not offer it. */
  async offer(actor: PersonActor): Promise<z.input<typeof signedOut>['provider']> {
    const origin = await this.sessions.of(actor);
    if (origin === undefined) return null;
    const { provider, idToken } = origin;
    const asked = { idToken, redirectUri: this.addresses.of(postLogoutPath), locale: actor.locale };
    const url = await Promise.race([
      this.client.endSessionUrl(provider, asked).catch(() => undefined),
      setTimeout(patience, undefined, { ref: false }),
    ]);
    return url === undefined ? null : { name: { da: provider.nameDa, en: provider.nameEn }, url: url.href };
  }
}

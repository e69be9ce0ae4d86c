import { Inject, Injectable } from '@nestjs/common';
import { authorizationCodeGrant, type Configuration, ResponseBodyError } from 'openid-client';
import type { z } from 'zod';
import { identityProviderChecks, type identityProviderTest } from '#libs/api-schema';
import { CONFIG, type Config } from '../../config/config.js';
import { findOutgoing, outgoingRules } from '../../http/outgoing-address.js';
import { outgoingFetch } from '../../http/outgoing-request.js';
import { Addresses } from '../addresses.js';
import { callbackPath, type IdentityProvider } from './identity-provider.js';
import { ProviderClient } from './provider-client.js';

type Result = z.input<typeof identityProviderTest>;
type Check = (typeof identityProviderChecks)[number];

/** Tries an identity provider without anybody signing in: address, description, flow, keys, our own credentials. */
@Injectable()
export class TestProvider {
  constructor(
    private readonly client: ProviderClient,
    private readonly addresses: Addresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns each check; what comes after a failure is not tried */
  async run(provider: IdentityProvider): Promise<Result> {
    const steps: Readonly<Record<Check, () => Promise<boolean>>> = {
      address: async () =>
        (await findOutgoing(provider.issuer, outgoingRules(this.config))).addresses.length > 0,
      discovery: async () => (await this.configuration(provider)).serverMetadata().issuer === provider.issuer,
      flow: async () => speaksCodeFlow(await this.configuration(provider)),
      signature: async () => this.hasKeys(await this.configuration(provider)),
      client: async () => this.isKnownClient(provider, await this.configuration(provider)),
    };
    const checks: Result['checks'] = [];
    let failed = false;
    for (const check of identityProviderChecks) {
      const good: boolean = !failed && (await steps[check]().catch(() => false));
      checks.push({ check, state: failed ? 'untried' : good ? 'good' : 'bad' });
      failed ||= !good;
    }
    return { checks };
  }

  private configuration(provider: IdentityProvider): Promise<Configuration> {
    return this.client.configurationOf(provider);
  }

  private async hasKeys(configuration: Configuration): Promise<boolean> {
    const { jwks_uri: address } = configuration.serverMetadata();
    if (address === undefined) return false;
    const answer = await outgoingFetch(outgoingRules(this.config))(address, { method: 'GET' });
    const { keys } = (await answer.json()) as { keys?: unknown };
    return Array.isArray(keys) && keys.length > 0;
  }

  /** A code that cannot exist: whoever knows us says that the code is wrong, whoever does not says that we are. */
  private async isKnownClient(provider: IdentityProvider, configuration: Configuration): Promise<boolean> {
    const { authorization_response_iss_parameter_supported: namesItself } = configuration.serverMetadata();
    const answer = new URL(this.addresses.of(callbackPath(provider.id)));
    answer.searchParams.set('code', 'rygrad-test');
    if (namesItself === true) answer.searchParams.set('iss', provider.issuer);
    try {
      await authorizationCodeGrant(configuration, answer, { pkceCodeVerifier: 'x'.repeat(43) });
      return false;
    } catch (error) {
      return error instanceof ResponseBodyError && error.error === 'invalid_grant';
    }
  }
}

function speaksCodeFlow(configuration: Configuration): boolean {
  const server = configuration.serverMetadata();
  const { response_types_supported: types } = server;
  return (
    server.authorization_endpoint !== undefined &&
    server.token_endpoint !== undefined &&
    (types === undefined || types.includes('code')) &&
    (server.code_challenge_methods_supported === undefined || server.supportsPKCE())
  );
}

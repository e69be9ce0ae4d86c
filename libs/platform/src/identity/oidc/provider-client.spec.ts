import { randomBytes } from 'node:crypto';
import { DomainError } from '#libs/kernel';
import { readConfig } from '../../config/config.js';
import { createLogger } from '../../observability/logger.js';
import { KeyRing } from '../../secrets/key-ring.js';
import { type IdentityProvider, secretContext } from './identity-provider.js';
import { ProviderClient } from './provider-client.js';

describe('a provider that leads inside', () => {
  const keyRing = new KeyRing([randomBytes(32)]);
  const config = readConfig({
    NODE_ENV: 'production',
    SECRET_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://rygrad.example',
    TRUST_PROXY: 'true',
    LOG_LEVEL: 'silent',
  });
  const client = new ProviderClient(keyRing, config, createLogger(config));

  it.each([
    'http://127.0.0.1:9000',
    'https://127.0.0.1:9000',
    'http://localhost:9000',
    'https://localhost:9000',
    'https://10.0.0.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://2130706433',
    'http://login.example',
    'https://user:password@login.example',
  ])('is not called in production, however it came into the database (%s)', async (issuer) => {
    const provider: IdentityProvider = {
      kind: 'organisation',
      ...{ id: 'p', version: 1, nameDa: 'P', nameEn: 'P', clientId: 'c' },
      ...{ issuer, cvrs: [], emailDomains: [], isActive: true },
      clientSecretSealed: keyRing.seal('secret', secretContext('p')),
    };
    await expect(client.configurationOf(provider)).rejects.toEqual(
      new DomainError('logins/provider-unreachable'),
    );
  });
});

import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import { CONFIG, type Config, ConfigError } from '../config/config.js';
import { CLOCK } from '../database/clock.token.js';
import { Addresses } from '../identity/addresses.js';
import { keyFolder } from '../secrets/secret-key.js';
import type { SealKey } from './seal-key.js';

/** Who seals, as documents and pages say it. */
export interface SealIdentity {
  readonly commonName: string;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
  readonly isDevelopmentCertificate: boolean;
}

/** The installation's seal: its key is read once, when something is first sealed, and made when there is none. */
@Injectable()
export class Sealer implements OnApplicationBootstrap {
  private loading: Promise<SealKey> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  /** Production does not start with the certificate that the platform made itself (security.md 30). */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.NODE_ENV !== 'production') return;
    const { sealKeyFile } = await import('./seal-key.js');
    const { isDevelopmentCertificate } = await this.key();
    if (isDevelopmentCertificate) {
      throw new ConfigError(
        `${sealKeyFile}: found the development certificate; production needs a key and certificate issued to you, as PEM, in the keys folder of DATA_DIR`,
      );
    }
  }

  /** The instant by the platform's clock. */
  now(): Date {
    return this.clock.now();
  }

  /** Seals a PDF. @throws when it cannot be parsed */
  async seal(
    bytes: Uint8Array,
    statement: { readonly reason: string; readonly name: string; readonly sealedAt: Date },
  ): Promise<Uint8Array> {
    const { sealPdf } = await import('./seal.js');
    return sealPdf(bytes, await this.key(), { ...statement, location: this.addresses.base });
  }

  /** Who seals. */
  async describe(): Promise<SealIdentity> {
    const { commonName, fingerprint, isDevelopmentCertificate } = await this.key();
    return { commonName, fingerprint, isDevelopmentCertificate };
  }

  private key(): Promise<SealKey> {
    this.loading ??= import('./seal-key.js').then(({ loadOrCreateSealKey }) =>
      loadOrCreateSealKey(keyFolder(this.config), this.clock.now()),
    );
    this.loading.catch(() => {
      this.loading = undefined;
    });
    return this.loading;
  }
}

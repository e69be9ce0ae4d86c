import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newCredentials, readCredentials, writeCredentials } from './credentials.js';
import type { Credentials } from './credentials.js';
import { EmbeddedPostgresError } from './embedded-error.js';
import { claimInstance, clearInstance, noteInstance, whileStarting } from './instance-lock.js';
import { notePlacement, place } from './postgres-account.js';
import type { Placement } from './postgres-account.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import {
  clusterExists,
  createCluster,
  findRunningServer,
  startServer,
  stopServer,
} from './postgres-cluster.js';
import { connect, ensureRoles, roles, urlOf } from './postgres-roles.js';

/** A PostgreSQL of our own, running on this machine for as long as we do. */
export interface EmbeddedPostgres {
  /** Superuser, in the maintenance database `postgres`: for backups and tests only. */
  adminUrl: string;
  /** Owner of the database `rygrad`: migrations. */
  ownerUrl: string;
  /** The application's role: row-level security holds for it. */
  appUrl: string;
  /** True when the server of a killed process was found alive and is used on. */
  takenOver: boolean;
  /** A sentence to show when the data lies outside the data folder. */
  notice: string | null;
  /** Notes the web address, so that a second start on the folder can say where the first one answers. */
  announce(address: string): void;
  /** Closes sessions and files; may be called twice. */
  stop(): Promise<void>;
}

function credentialsFor(dataDir: string, placement: Placement): Credentials {
  const path = join(dataDir, 'credentials.json');
  const known = readCredentials(path);
  if (clusterExists(placement)) {
    if (known !== null) return known;
    throw new EmbeddedPostgresError(
      'no-credentials',
      `${path} is missing, and without it nobody can open the database in ${placement.cluster}. Restore it from a backup.`,
    );
  }
  if (known?.ready === true) {
    throw new EmbeddedPostgresError(
      'unreadable',
      `The database is gone: ${placement.cluster} does not exist, though ${path} belongs to it. Restore it from a backup, or remove ${dataDir} to start empty.`,
    );
  }
  const credentials = known ?? newCredentials();
  writeCredentials(path, { ...credentials, ready: false });
  notePlacement(dataDir, placement);
  createCluster(placement, roles.admin, credentials.admin);
  return { ...credentials, ready: false };
}

/**
 * Starts PostgreSQL on `dataDir` (made when missing: cluster, roles `rygrad_owner` and `rygrad_app`, database
 * `rygrad`), or takes over the server that a killed process left there. Listens on 127.0.0.1 only, on a free port.
 * Works for an ordinary user and for root (then it runs as another user, see `place`).
 * @throws EmbeddedPostgresError with a message for the person who starts Rygrad.
 */
export async function startEmbeddedPostgres(options: { dataDir: string }): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const binaries = await findPostgresBinaries();

  return whileStarting(dataDir, async () => {
    const placement = place(dataDir, binaries);
    const credentials = credentialsFor(dataDir, placement);
    const server =
      (await findRunningServer(placement)) ?? (await startServer(placement, join(dataDir, 'postgres.log')));
    const adminUrl = urlOf(roles.admin, credentials.admin, server.port, 'postgres');
    const session = await connect(adminUrl);
    try {
      await claimInstance(session, dataDir);
      noteInstance(dataDir, null);
      if (!credentials.ready) {
        await ensureRoles(session, credentials);
        writeCredentials(join(dataDir, 'credentials.json'), { ...credentials, ready: true });
      }
    } catch (error) {
      await session.end();
      if (!server.takenOver) await stopServer(placement, server);
      throw error;
    }
    let stopping: Promise<void> | null = null;
    const close = async (): Promise<void> => {
      clearInstance(dataDir);
      await session.end().catch(() => undefined);
      await stopServer(placement, server);
    };
    return {
      adminUrl,
      ownerUrl: urlOf(roles.owner, credentials.owner, server.port),
      appUrl: urlOf(roles.app, credentials.app, server.port),
      takenOver: server.takenOver,
      notice: placement.notice,
      announce: (address) => {
        noteInstance(dataDir, address);
      },
      stop: async () => (stopping ??= close()),
    };
  });
}

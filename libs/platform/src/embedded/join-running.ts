import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCredentials } from './credentials.js';
import { runningAddress } from './instance-lock.js';
import { place } from './postgres-account.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { findRunningServer } from './postgres-cluster.js';
import { roles, urlOf } from './postgres-roles.js';

/** The database of an installation that another process runs just now. */
export interface RunningInstallation {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Where it answers, when it has said so. */
  readonly address: string | null;
}

/** The installation that runs on `dataDir` just now; undefined when none does. For commands beside a running server. */
export async function joinRunning(options: { dataDir: string }): Promise<RunningInstallation | undefined> {
  const dataDir = resolve(options.dataDir);
  if (!existsSync(dataDir)) return undefined;
  const address = runningAddress(dataDir);
  const credentials = readCredentials(join(dataDir, 'credentials.json'));
  if (address === undefined || credentials === null) return undefined;
  const server = await findRunningServer(place(dataDir, await findPostgresBinaries()));
  if (server === null) return undefined;
  return {
    ownerUrl: urlOf(roles.owner, credentials.owner, server.port),
    appUrl: urlOf(roles.app, credentials.app, server.port),
    address,
  };
}

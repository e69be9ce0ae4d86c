import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedPostgresError, messageOf } from './embedded-error.js';
import { giveToFolderOwner } from './folder-file.js';
import type { Placement } from './postgres-account.js';

/** A PostgreSQL server that runs on this machine. */
export interface RunningServer {
  pid: number;
  port: number;
  /** True when it was found alive instead of started: what is left after the process before was killed. */
  takenOver: boolean;
}

const major = '18';
const windows = process.platform === 'win32';

/** Nothing of the surroundings (PGPORT, PGOPTIONS, LC_ALL …) may change how the server runs. */
const surroundings = windows ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };

/**
 * Failed statements stay out of the server's log (level `log` is above `error`): their messages quote values, which
 * may be person data. Whoever sent the statement gets the message.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  max_connections: '100',
} as const;

const asAccount = ({ account }: Placement): { uid: number; gid: number } | Record<string, never> =>
  account === null ? {} : { uid: account.uid, gid: account.gid };

/** Makes the folder, owned by the account and closed to others. */
function makeFolder(path: string, { account }: Placement): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** Whether the cluster was made before; a server version we do not run is refused. */
export function clusterExists({ cluster }: Placement): boolean {
  const versionFile = join(cluster, 'PG_VERSION');
  try {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === major) return true;
    throw new EmbeddedPostgresError(
      'wrong-version',
      `${cluster} was made by PostgreSQL ${version}, this is PostgreSQL ${major}. Back up with the earlier release of Rygrad and restore into an empty folder.`,
    );
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    if (codeOf(error) === 'ENOENT') return false;
    throw new EmbeddedPostgresError(
      'unreadable',
      `Cannot read the database in ${cluster} (${messageOf(error)}). It belongs to another user: start Rygrad as that user or as root.`,
    );
  }
}

/** initdb beside the final place, then one rename: a start cut off half-way leaves nothing behind. */
export function createCluster(placement: Placement, adminRole: string, adminPassword: string): void {
  const { cluster, binaries } = placement;
  const half = `${cluster}.new`;
  const passwordFile = join(half, 'password');
  if (!existsSync(dirname(cluster))) mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  rmSync(half, { recursive: true, force: true });
  makeFolder(half, placement);
  makeFolder(join(half, 'cluster'), placement);
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (placement.account !== null) chownSync(passwordFile, placement.account.uid, placement.account.gid);
  const result = spawnSync(
    binaries.initdb,
    [
      ...['--pgdata', join(half, 'cluster'), '--username', adminRole, '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-instructions', '--data-checksums'],
      ...['--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'da-DK'],
    ],
    { ...asAccount(placement), ...surroundings, cwd: windows ? half : '/', encoding: 'utf8' },
  );
  if (result.status !== 0) {
    const why = result.error === undefined ? `${result.stderr}${result.stdout}`.trim() : result.error.message;
    rmSync(half, { recursive: true, force: true });
    throw new EmbeddedPostgresError('failed', `initdb could not make ${cluster}: ${why}`);
  }
  renameSync(join(half, 'cluster'), cluster);
  rmSync(half, { recursive: true, force: true });
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** What postmaster.pid says: line 1 the process, 4 the port, 8 the state. */
function readPidFile(cluster: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port, ready: (lines[7] ?? '').trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** The server that an earlier process left running on this cluster, once it is ready; else `null`. */
export async function findRunningServer({ cluster }: Placement): Promise<RunningServer | null> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const found = readPidFile(cluster);
    if (found === null || !alive(found.pid)) return null;
    if (found.ready) return { pid: found.pid, port: found.port, takenOver: true };
    await sleep(20); // starting, or still on its way down
  }
  return null;
}

function lastLines(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}

/** Starts the server on a free port of 127.0.0.1 and waits until it takes connections. */
export async function startServer(placement: Placement, logFile: string): Promise<RunningServer> {
  const { cluster, binaries } = placement;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const tooLong = existsSync(logFile) && statSync(logFile).size > 5_000_000;
    const log = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
    giveToFolderOwner(logFile);
    const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...options], {
      ...asAccount(placement),
      ...surroundings,
      cwd: cluster,
      stdio: ['ignore', log, log],
      detached: true, // Ctrl-C reaches Rygrad only, which then closes the server last
    });
    closeSync(log);
    child.unref();
    const ended: { why?: string } = {};
    child.once('error', (error) => {
      ended.why = error.message;
    });
    child.once('exit', (code) => {
      ended.why ??= `it ended with code ${String(code)}`;
    });
    for (let waited = 0; ended.why === undefined && waited < 60_000; waited += 5) {
      const found = readPidFile(cluster);
      if (found?.ready === true && found.pid === child.pid) {
        return { pid: found.pid, port, takenOver: false };
      }
      await sleep(5);
    }
    if (attempt < 3 && lastLines(logFile).includes('could not bind')) continue; // somebody took the port meanwhile
    child.kill('SIGKILL');
    throw new EmbeddedPostgresError(
      'failed',
      `PostgreSQL did not start on ${cluster}: ${ended.why ?? 'not ready after 60 s'}.\n${lastLines(logFile)}\nThe whole log: ${logFile}`,
    );
  }
}

/** Asks the server to end its sessions and close the files (fast shutdown), and waits for it. */
export async function stopServer({ cluster, binaries }: Placement, { pid }: RunningServer): Promise<void> {
  if (!alive(pid)) return;
  if (windows) {
    spawnSync(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster], { stdio: 'ignore' });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && readPidFile(cluster)?.pid === pid && alive(pid); waited += 10) {
    await sleep(10);
  }
}

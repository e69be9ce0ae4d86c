/** A PostgreSQL for one test run: in a temporary folder, without fsync, gone at the end. */
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeAtEnd, runChild, startChild } from '../children.mjs';
import { linkLibraries, platformPackage } from './postgres-package.mjs';

const forTests = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  scram_iterations: '1',
  max_connections: '300',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_min_messages: 'fatal',
};

/** A port nobody listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL does not run as root: then as the system's `postgres`, else as `nobody`. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid = 65534, gid = 65534] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** The programs; copied into `folder` where the account cannot reach them in the project. */
async function programs(who, folder) {
  const root = join(await platformPackage(), 'native');
  linkLibraries(root);
  const tried = await runChild(join(root, 'bin', 'postgres'), ['--version'], { ...who, cwd: '/', env: {} });
  if (tried.code === 0) return join(root, 'bin');
  cpSync(root, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

/** Starts it; answers the superuser's address. Throws with the server's own words when it does not start. */
export async function startPostgres() {
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'rygrad-test-'));
  removeAtEnd(folder);
  chmodSync(folder, 0o755);
  const bin = await programs(who, folder);
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  writeFileSync(join(home, 'password'), password);
  if (who.uid !== undefined)
    for (const path of [home, join(home, 'password')]) chownSync(path, who.uid, who.gid);
  const plain = { ...who, cwd: home, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
  const cluster = join(home, 'cluster');
  const made = await runChild(
    join(bin, 'initdb'),
    [
      ...['--pgdata', cluster, '--username', 'postgres', '--pwfile', join(home, 'password'), '--no-sync'],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-instructions'],
      ...['--locale-provider', 'icu', '--icu-locale', 'da-DK', '--set', 'scram_iterations=1'],
    ],
    plain,
  );
  if (made.code !== 0) throw new Error(`initdb: ${made.output.trim()}`);

  const port = await freePort();
  const options = Object.entries(forTests).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = startChild(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), ...options], {
    ...plain,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    endBy: 'SIGINT', // SIGTERM would wait for its clients
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)));
  for (let waited = 0; !isReady(cluster); waited += 10) {
    if (child.exitCode !== null || waited > 60_000) throw new Error(`PostgreSQL did not start: ${said}`);
    await sleep(10);
  }
  child.stderr.unref();
  child.unref();
  const stop = async () => {
    child.kill('SIGINT');
    for (let waited = 0; child.exitCode === null && waited < 10_000; waited += 20) await sleep(20);
  };
  return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
}

function isReady(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

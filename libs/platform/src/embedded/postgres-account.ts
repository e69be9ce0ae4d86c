import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.js';
import { writePrivate } from './folder-file.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** A user of the operating system; PostgreSQL refuses to run as root, so root lends it another one. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where the data lies, which programs run on it, and as whom (`null`: as whoever we are). */
export interface Placement {
  cluster: string;
  binaries: PostgresBinaries;
  account: Account | null;
  /** Set when the data could not lie in the data folder itself; a sentence for the person starting. */
  notice: string | null;
}

const nobody: Account = { uid: 65534, gid: 65534 };
const elsewhereRoot = '/var/lib/rygrad';
const pointerIn = (dataDir: string): string => join(dataDir, 'database-folder');

/** The user the system keeps for PostgreSQL, else "nobody": initdb wants one that the system knows by name. */
function systemAccount(): Account {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('postgres:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid === undefined || gid === undefined ? nobody : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return nobody;
  }
}

function ownerOf(path: string): Account | null {
  if (!existsSync(path)) return null;
  const { uid, gid } = statSync(path);
  return uid === 0 ? null : { uid, gid };
}

/** Whether every folder up from `path` lets that user through. */
export function canEnter(path: string, account: Account): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}

const runs = (program: string, account: Account): boolean =>
  spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore', env: {} }).status === 0;

/** The programs, copied to where the account can run them; the copy is made once per version. */
function reachableBinaries(binaries: PostgresBinaries, account: Account): PostgresBinaries {
  if (runs(binaries.postgres, account)) return binaries;
  const version = createHash('sha256')
    .update(readFileSync(join(binaries.root, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12);
  const root = join(elsewhereRoot, 'bin', version);
  if (!existsSync(root)) {
    const half = `${root}.${process.pid}`;
    mkdirSync(dirname(half), { recursive: true, mode: 0o755 });
    cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half, elsewhereRoot], { stdio: 'ignore' });
    try {
      renameSync(half, root);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another start was quicker
    }
  }
  const moved = (path: string): string => join(root, 'bin', basename(path));
  return {
    root,
    postgres: moved(binaries.postgres),
    initdb: moved(binaries.initdb),
    pgCtl: moved(binaries.pgCtl),
  };
}

/** Others may pass through root's data folder, not look around in it: each file in it is closed by itself. */
function letThrough(dataDir: string): void {
  const { uid, mode } = statSync(dataDir);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(dataDir, (mode & 0o777) | 0o011);
}

/**
 * Decides where the data folder's cluster lies and as whom it runs. An ordinary user: in the data folder, as
 * themselves. Root: as the owner of the data already there, else as the system's `postgres` or `nobody`; and where
 * that user cannot enter the project (mode 700 on the way, as /root has), data and programs go below /var/lib/rygrad.
 */
export function place(dataDir: string, binaries: PostgresBinaries): Placement {
  const here = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { cluster: here, binaries, account: null, notice: null };

  const account = ownerOf(here) ?? ownerOf(dataDir) ?? systemAccount();
  const reachable = reachableBinaries(binaries, account);
  letThrough(dataDir);
  const farther = existsSync(pointerIn(dataDir)) ? readFileSync(pointerIn(dataDir), 'utf8').trim() : null;
  if (farther === null && canEnter(dataDir, account)) {
    return { cluster: here, binaries: reachable, account, notice: null };
  }
  if (existsSync(here)) {
    throw new EmbeddedPostgresError(
      'unreadable',
      `The database in ${here} belongs to user ${String(account.uid)}, who cannot enter that folder any more. Let them through (chmod o+x on the folders above it), or start Rygrad as that user.`,
    );
  }
  const cluster = farther ?? join(elsewhereRoot, randomBytes(6).toString('hex'), 'postgres');
  return {
    cluster,
    binaries: reachable,
    account: ownerOf(cluster) ?? account,
    notice: `The database lies in ${cluster}: PostgreSQL does not run as root, and no other user can enter ${dataDir}.`,
  };
}

/** Remembers in the data folder where the cluster lies when it is not there, also when the folder moves. */
export function notePlacement(dataDir: string, { cluster }: Placement): void {
  if (cluster !== join(dataDir, 'postgres')) writePrivate(pointerIn(dataDir), `${cluster}\n`);
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { codeOf, EmbeddedPostgresError } from './embedded-error.js';
import { writePrivate } from './folder-file.js';

/** Any fixed number will do: the lock is taken in the maintenance database of this cluster only. */
const lockKey = 7_940_300;

interface Instance {
  pid: number;
  address: string | null;
}

const noteOf = (dataDir: string): string => join(dataDir, 'running.json');

function readNote(dataDir: string): Instance | null {
  try {
    return JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as Instance;
  } catch {
    return null;
  }
}

/** Notes which process uses the data folder and, once it is known, under which address it answers. */
export function noteInstance(dataDir: string, address: string | null): void {
  const note: Instance = { pid: process.pid, address };
  writePrivate(noteOf(dataDir), `${JSON.stringify(note)}\n`);
}

/** Removes the note. */
export function clearInstance(dataDir: string): void {
  rmSync(noteOf(dataDir), { force: true });
}

/** Says who already uses the data folder. */
export function alreadyRunning(dataDir: string): EmbeddedPostgresError {
  const other = readNote(dataDir);
  const where = other?.address == null ? '' : ` and answers at ${other.address}`;
  const who = other === null ? 'Rygrad' : `Rygrad (process ${String(other.pid)})`;
  return new EmbeddedPostgresError(
    'already-running',
    `${who} already runs on ${dataDir}${where}. Use that one, stop it first, or set DATA_DIR to another folder.`,
  );
}

/**
 * Claims the data folder for as long as `session` stays connected: a lock in PostgreSQL falls with its process, also
 * when that is killed, and cannot be mistaken for another process that got the same number.
 */
export async function claimInstance(session: Client, dataDir: string): Promise<void> {
  const { rows } = await session.query<{ claimed: boolean }>('select pg_try_advisory_lock($1) as claimed', [
    lockKey,
  ]);
  if (rows[0]?.claimed !== true) throw alreadyRunning(dataDir);
}

/** Runs `work` while no other process starts on this folder; who comes second is told to wait. */
export async function whileStarting<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataDir, 'starting');
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const pid = readStarter(path);
      if (pid !== null && isAlive(pid)) {
        throw new EmbeddedPostgresError(
          'starting',
          `Rygrad (process ${String(pid)}) is just starting on ${dataDir}. Use that one.`,
        );
      }
      rmSync(path, { force: true }); // its process is gone
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function readStarter(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Where the process that uses the data folder answers (null before it has said so); undefined when none runs. */
export function runningAddress(dataDir: string): string | null | undefined {
  const note = readNote(dataDir);
  return note !== null && isAlive(note.pid) ? note.address : undefined;
}

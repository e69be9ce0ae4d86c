import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { KeyRing } from './key-ring.js';

type KeySettings = Pick<Config, 'SECRET_KEY' | 'SECRET_KEYS_OLD' | 'DATA_DIR'>;

/** The folder in which an installation keeps its keys and its certificate. */
export function keyFolder(config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'keys');
}

/** The file of the secret keys, one a line in base64, the current one first. */
export function keyFile(config: Pick<Config, 'DATA_DIR'>): string {
  return join(keyFolder(config), 'secret.key');
}

/** The keys of a key file, the current one first. */
export function readKeyFile(file: string): Buffer[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'));
}

/** Writes a key file in one piece, readable by this user only. */
export async function writeKeyFile(file: string, keys: readonly Uint8Array[]): Promise<void> {
  const text = keys.map((key) => Buffer.from(key).toString('base64')).join('\n');
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${text}\n`, { mode: 0o600 });
  await rename(draft, file);
}

/**
 * The installation's keys: SECRET_KEY and SECRET_KEYS_OLD, or a file made at the first start. A file is read again
 * when something names a key that is not known, so that a running process follows a change of keys.
 */
export async function readKeyRing(config: KeySettings): Promise<KeyRing> {
  if (config.SECRET_KEY !== undefined)
    return new KeyRing(
      [config.SECRET_KEY, ...config.SECRET_KEYS_OLD].map((key) => Buffer.from(key, 'base64')),
    );
  const file = keyFile(config);
  await mkdir(keyFolder(config), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return new KeyRing(() => readKeyFile(file));
}

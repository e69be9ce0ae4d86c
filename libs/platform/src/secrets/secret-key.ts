import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.js';

/** Injection token of the installation's secret key: 32 bytes as a Buffer. */
export const SECRET_KEY = Symbol('SECRET_KEY');

/** The folder in which an installation keeps its keys and its certificate. */
export function keyFolder(config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'keys');
}

/** The key from SECRET_KEY, or from a file made at the first start (readable by this user only). */
export async function readSecretKey(config: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Promise<Buffer> {
  if (config.SECRET_KEY !== undefined) return Buffer.from(config.SECRET_KEY, 'base64');
  const file = join(keyFolder(config), 'secret.key');
  await mkdir(keyFolder(config), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { EmbeddedPostgresError, messageOf } from './embedded-error.js';
import { writePrivate } from './folder-file.js';

/** Passwords of the three roles of an embedded PostgreSQL; `ready` once roles and database exist. */
export interface Credentials {
  admin: string;
  owner: string;
  app: string;
  ready: boolean;
}

/** New random passwords (256 bits each). */
export const newCredentials = (): Credentials => ({
  admin: randomBytes(32).toString('base64url'),
  owner: randomBytes(32).toString('base64url'),
  app: randomBytes(32).toString('base64url'),
  ready: false,
});

/** Writes them in one step, readable for the folder's owner only. */
export function writeCredentials(path: string, credentials: Credentials): void {
  writePrivate(path, `${JSON.stringify(credentials, null, 2)}\n`);
}

/**
 * Reads them; `null` when there are none yet.
 * @throws EmbeddedPostgresError `unreadable` when the file belongs to somebody else or is damaged.
 */
export function readCredentials(path: string): Credentials | null {
  if (!existsSync(path)) return null;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Credentials>;
    const { admin, owner, app } = found;
    if (typeof admin !== 'string' || typeof owner !== 'string' || typeof app !== 'string') {
      throw new Error('a password is missing in it');
    }
    return { admin, owner, app, ready: found.ready === true };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'unreadable',
      `Cannot read ${path} (${messageOf(error)}). Start Rygrad as the user who owns that folder, or restore the file from a backup.`,
    );
  }
}

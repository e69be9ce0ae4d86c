import { chownSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only the folder's owner may read, in one step. Root gives it to that owner, so that a folder
 * that was once started by root still opens for the user it belongs to.
 */
export function writePrivate(path: string, text: string): void {
  const half = `${path}.${String(process.pid)}`;
  writeFileSync(half, text, { mode: 0o600 });
  giveToFolderOwner(half);
  renameSync(half, path);
}

/** Root gives the file to the owner of its folder; anybody else leaves it as it is. */
export function giveToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

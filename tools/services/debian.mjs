/** Debian's packages, where we may install them. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from '../children.mjs';

/** Full path of a program on the path, or undefined. */
export function onPath(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return undefined;
}

/** Whether we may install system packages: root on a system with apt. */
export const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** Installs Debian packages; answers undefined, or what apt said when it failed. */
export async function install(packages, log) {
  log(`Installing from Debian: ${packages.join(' ')} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => runChild('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], { env });
  const updated = await apt('update');
  const installed = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (installed.code === 0) return undefined;
  return `${updated.code === 0 ? '' : updated.output}${installed.output}`.trim();
}

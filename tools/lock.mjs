/**
 * `npm ci` refuses a lock file that lacks an optional package of another platform, and npm leaves such a package out
 * of the lock file whenever the registry at hand does not carry that very version. This finds what is missing;
 * `--mend` writes it in (version, system and processor are known from the package that asks for it and from the name).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Optional packages that the lock file asks for and does not hold: `{ name, version, dev }[]`. */
export function missingFromLock(lock) {
  const holds = (from, name) => {
    for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
      if (`${place}/node_modules/${name}`.replace(/^\//, '') in lock.packages) return true;
      if (place === '') return false;
    }
  };
  return Object.entries(lock.packages).flatMap(([place, asker]) =>
    Object.entries(asker.optionalDependencies ?? {})
      .filter(([name]) => !holds(place === '' ? '' : `/${place}`, name))
      .map(([name, version]) => ({ name, version, dev: asker.dev === true })),
  );
}

function entryFor({ name, version, dev }) {
  const words = name.split(/[/-]/);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: processors.filter((one) => words.includes(one)).slice(0, 1),
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    os: systems.filter((one) => words.includes(one)),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFromLock(lock);
  for (const one of missing) console.log(`${one.name}@${one.version}`);
  if (process.argv.includes('--mend')) {
    for (const one of missing) {
      if (!/^\d+\.\d+\.\d+/.test(one.version)) throw new Error(`no exact version for ${one.name}`);
      lock.packages[`node_modules/${one.name}`] = entryFor(one);
    }
    const [root, ...others] = Object.entries(lock.packages);
    others.sort(([a], [b]) => a.localeCompare(b, 'en'));
    lock.packages = Object.fromEntries([root, ...others]);
    writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  } else if (missing.length > 0) {
    console.log(`package-lock.json lacks ${missing.length} packages; run: node tools/lock.mjs --mend`);
    process.exitCode = 1;
  }
}

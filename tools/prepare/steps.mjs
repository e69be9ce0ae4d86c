/** The steps from a clone to something that runs, each done only when its inputs changed. */
import { existsSync } from 'node:fs';
import { at, fingerprint, hashOf, remembered } from './fingerprint.mjs';
import { runChild } from '../children.mjs';
import { alone } from './lock.mjs';
import { installPackages } from './packages.mjs';
import { buildServer, isServerFile, serverFolders } from './server.mjs';

/**
 * `needs`: without this file the step does not exist yet. `inputs`: what it reads. `output`: what it must have left.
 * Order matters: the page's API types come from the built server.
 */
const steps = [
  {
    name: 'server',
    needs: 'libs',
    inputs: () => fingerprint([...serverFolders, '.swcrc', 'tools/prepare/server.mjs'], isServerFile),
    output: 'dist/libs',
    run: buildServer,
  },
  {
    name: 'mail layout',
    needs: 'tools/mail.mjs',
    inputs: () =>
      fingerprint(['libs/platform/src/delivery', 'tools/mail.mjs'], (path) => /\.(mjml|mjs)$/.test(path)),
    output: 'dist/mail/layout.html',
    run: async () => (await import('../mail.mjs')).buildMailLayout(),
  },
  {
    name: 'API description',
    needs: 'apps/composition/app.module.ts',
    inputs: () => fingerprint([...serverFolders, 'tools/openapi.mjs'], isServerFile),
    output: 'apps/web/src/generated/api.d.ts',
    run: async () => {
      // In a process of its own: the application, once put together, keeps things open.
      const { code, output } = await runChild(process.execPath, [at('tools', 'openapi.mjs')], { cwd: at() });
      if (code !== 0) throw new Error(output);
    },
  },
  {
    name: 'web pages',
    needs: 'apps/web/index.html',
    inputs: () =>
      fingerprint(
        ['apps/web', 'libs/api-schema/src', 'tsconfig.json'],
        (path) => !path.endsWith('.spec.ts'),
      ) +
      (existsSync(at('apps/web/src/generated/api.d.ts')) ? hashOf('apps/web/src/generated/api.d.ts') : ''),
    output: 'dist/web/index.html',
    run: async () => {
      const { build } = await import('vite');
      await build({ configFile: at('apps/web/vite.config.ts'), logLevel: 'warn' });
    },
  },
];

/** Runs the steps whose inputs changed. A failed step does not keep the others from being built, but fails the whole. */
async function build({ only }) {
  const memory = remembered('steps.json');
  const versions = hashOf('package-lock.json');
  const failures = [];
  for (const step of steps.filter(({ name }) => only === undefined || only.includes(name))) {
    if (!existsSync(at(step.needs))) {
      console.log(`No ${step.name} yet: ${step.needs} is missing.`);
      continue;
    }
    const stamp = step.inputs() + versions;
    if (memory.read({})[step.name] === stamp && existsSync(at(step.output))) continue;
    const begun = performance.now();
    try {
      await step.run();
      memory.write({ ...memory.read({}), [step.name]: stamp });
      console.log(`Built: ${step.name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failures.push(`${step.name}: ${error.message}`);
    }
  }
  if (failures.length > 0) throw new Error(`could not build\n${failures.join('\n')}`);
}

/** Installs, and builds when asked to; `only` names the steps wanted. */
export async function prepare({ build: wanted, only } = {}) {
  await alone(async () => {
    installPackages();
    if (wanted) await build({ only });
  });
}

/** What a person can do about a failure. */
export function explain(error) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `Cannot write ${error.path ?? 'here'} (${error.code}): this folder belongs to another user. Run as that user, or in a clone of your own.`;
  }
  return `Not ready: ${error.message}`;
}

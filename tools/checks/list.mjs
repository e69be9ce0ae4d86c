/** The checks of `npm test` beside the specs. Each answers undefined when all is well, else what it found. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { runChild } from '../children.mjs';
import { missingFromLock } from '../lock.mjs';
import { at, root } from '../prepare/fingerprint.mjs';
import { checkBoundaries, checkBoundaryFixtures } from '../boundaries.mjs';
import { checkCommits } from './commits.mjs';
import { checkMessages } from './messages.mjs';

/** A program of an installed package; its output is the finding when it fails. */
const program =
  (script, ...args) =>
  async () => {
    const { code, output } = await runChild(process.execPath, [at('node_modules', script), ...args], {
      cwd: root,
    });
    return code === 0 ? undefined : output;
  };

const cache = (name) => at('.cache', name);

export const checks = [
  {
    name: 'types: server',
    run: program(
      'typescript/bin/tsc',
      '-p',
      'tsconfig.json',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      cache('server.tsbuildinfo'),
    ),
  },
  {
    name: 'lint',
    run: program(
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      cache('eslint'),
    ),
  },
  {
    name: 'types: web',
    run: existsSync(at('apps/web/tsconfig.json'))
      ? program(
          'typescript/bin/tsc',
          '-p',
          'apps/web/tsconfig.json',
          '--noEmit',
          '--incremental',
          '--tsBuildInfoFile',
          cache('web.tsbuildinfo'),
        )
      : async () => 'apps/web/tsconfig.json is missing',
  },
  {
    name: 'format',
    run: program(
      'prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      cache('prettier'),
    ),
  },
  { name: 'boundaries', run: checkBoundaries },
  { name: 'boundaries: each rule refuses its fixture', run: checkBoundaryFixtures },
  { name: 'messages in Danish and English', run: checkMessages },
  { name: 'commit messages', run: checkCommits },
  {
    name: 'lock file fits every platform',
    run: async () => {
      const missing = missingFromLock(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')));
      if (missing.length === 0) return undefined;
      return `missing: ${missing.map(({ name }) => name).join(', ')}; run: node tools/lock.mjs --mend`;
    },
  },
  {
    name: 'each library has a README and a door',
    run: async () => {
      const missing = readdirSync(at('libs'))
        .flatMap((name) => [`libs/${name}/README.md`, `libs/${name}/src/index.ts`])
        .filter((path) => !existsSync(at(path)));
      return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`;
    },
  },
];

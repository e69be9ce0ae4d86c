/** TypeScript of the server → dist, file by file: only what changed is compiled, what is gone is removed. */
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { at, filesBelow, hashOf, remembered } from './fingerprint.mjs';

/** What runs on the server. */
export const serverFolders = [
  'apps/composition',
  'apps/api',
  'apps/worker',
  'apps/cli',
  'libs',
  'migrations',
];

/** Whether a file belongs into dist: no specs, no test worlds, no texts for developers. */
export const isServerFile = (path) =>
  !/\.(spec|e2e-spec|d)\.ts$|\.md$|\.mjml$|tsconfig.*\.json$/.test(path) &&
  !/^apps\/web\/|^libs\/testing\/|^libs\/[^/]+\/test\//.test(path);

const outputOf = (path) => `dist/${path.replace(/\.ts$/, '.js')}`;

async function compile(path) {
  const { transformFile } = await import('@swc/core');
  const { code, map } = await transformFile(at(path), {
    cwd: at(),
    filename: at(path),
    configFile: at('.swcrc'),
    sourceMaps: true,
    sourceFileName: at(path),
  });
  const output = outputOf(path);
  writeFileSync(at(output), `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
  writeFileSync(at(`${output}.map`), map);
}

async function put(path) {
  mkdirSync(at(dirname(outputOf(path))), { recursive: true });
  if (path.endsWith('.ts')) await compile(path);
  else copyFileSync(at(path), at(outputOf(path)));
}

/** Brings dist up to date; answers how many files were written. */
export async function buildServer() {
  const memory = remembered('server.json');
  const rules = hashOf('.swcrc') + hashOf('package-lock.json');
  const before = memory.read({ rules: '', files: {} });
  const known = before.rules === rules ? before.files : {};
  const files = Object.fromEntries(
    serverFolders
      .flatMap(filesBelow)
      .filter(isServerFile)
      .map((path) => [path, hashOf(path)]),
  );

  const gone = Object.keys(before.files).filter((path) => !(path in files));
  for (const path of gone) for (const end of ['', '.map']) rmSync(at(outputOf(path) + end), { force: true });
  const changed = Object.keys(files).filter(
    (path) => files[path] !== known[path] || !existsSync(at(outputOf(path))),
  );

  const results = await Promise.allSettled(changed.map(put));
  const failures = results.flatMap((result, n) =>
    result.status === 'rejected' ? [[changed[n], result.reason]] : [],
  );
  for (const [path] of failures) delete files[path];
  memory.write({ rules, files });
  if (failures.length > 0) {
    throw new Error(
      failures.map(([path, reason]) => `${path} does not compile:\n${reason.message ?? reason}`).join('\n\n'),
    );
  }
  return changed.length;
}

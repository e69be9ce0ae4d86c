/** Child processes that never outlive us: each is noted with a keeper, which ends it when we are gone. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

let keeper;

function tell(line) {
  if (keeper === undefined) {
    keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.mjs')], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      env: {},
    });
    keeper.stdin.on('error', () => undefined);
    keeper.unref();
    keeper.stdin.unref?.();
  }
  keeper.stdin.write(`${line}\n`);
}

/** Like `spawn`; the child is ended, by `endBy`, when this process ends, whatever ends it. */
export function startChild(program, args, { endBy = 'SIGTERM', ...options } = {}) {
  const child = spawn(program, args, options);
  if (child.pid !== undefined) {
    tell(`pid ${child.pid} ${endBy}`);
    child.once('exit', () => tell(`gone ${child.pid}`));
  }
  return child;
}

/** The folder is removed when this process ends. */
export const removeAtEnd = (folder) => tell(`folder ${folder}`);

/** Runs to the end; answers `{ code, output }` with both streams in one text. `onText` sees it as it comes. */
export function runChild(program, args, { onText, ...options } = {}) {
  return new Promise((resolve) => {
    const child = startChild(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      onText?.(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => resolve({ code: code ?? 128, signal, output }));
  });
}

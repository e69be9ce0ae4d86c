/** The specs, with jest's own counts; what it skips counts as failed. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../children.mjs';
import { at, root } from '../prepare/fingerprint.mjs';

const idle = 60_000; // after the last spec, open handles may close for this long

async function run(patterns, env, resultFile) {
  const jest = at('node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--json', `--outputFile=${resultFile}`, ...patterns];
  const child = startChild(process.execPath, [jest, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'], // --json repeats the results on standard output
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'test',
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const hanging = (async () => {
    while (!existsSync(resultFile) && child.exitCode === null) await sleep(500);
    await sleep(idle, undefined, { ref: false });
    child.kill('SIGKILL');
    return 'hanging';
  })();
  return Promise.race([ended, hanging]);
}

const nameOf = (suite) => relative(root, suite.name ?? suite.testFilePath ?? '');

/** Runs the specs that match (all without a pattern); answers `{ passed, failed, names }`. */
export async function runJest(patterns, env) {
  const resultFile = at('.cache', `jest-${process.pid}.json`);
  mkdirSync(at('.cache'), { recursive: true });
  const outcome = await run(patterns, env, resultFile);
  if (!existsSync(resultFile))
    return { passed: 0, failed: 1, names: [`jest ended with ${outcome} without a result`] };
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  rmSync(resultFile, { force: true });

  const names = [];
  for (const suite of result.testResults) {
    const cases = suite.assertionResults;
    if (suite.status === 'failed' && !cases.some((one) => one.status === 'failed'))
      names.push(`${nameOf(suite)} (did not run)`);
    for (const one of cases) {
      if (one.status === 'passed') continue;
      const how = one.status === 'failed' ? '' : ` (${one.status}: counts as failed)`;
      names.push(`${nameOf(suite)}: ${one.fullName}${how}`);
    }
  }
  if (outcome === 'hanging') names.push('jest did not end: something a spec opened is still open');
  else if (outcome !== 0 && names.length === 0) names.push(`jest ended with ${outcome}`);
  if (result.numTotalTests === 0 && names.length === 0) names.push(`no spec matches ${patterns.join(' ')}`);
  return { passed: result.numPassedTests, failed: names.length, names };
}

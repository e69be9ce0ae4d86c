#!/usr/bin/env node
/**
 * `npm test`: everything; `npm test -- libs/meetings`: only the specs whose path matches. Ends with one line
 * `N passed, N failed`; a check counts as one, a spec as one, and whatever was skipped counts as failed.
 */
import { installPackages } from './prepare/packages.mjs';
import { checks } from './checks/list.mjs';
import { runJest } from './checks/jest.mjs';
import { explain, prepare } from './prepare/steps.mjs';
import { startServices } from './services.mjs';

const patterns = process.argv.slice(2);
const whole = patterns.length === 0;
const total = { passed: 0, failed: 0 };
const failed = [];
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function count(name, ok, output, took) {
  total[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? '✓' : '✗'} ${name}${took === undefined ? '' : ` (${took})`}`);
  if (ok) return;
  failed.push(name);
  console.log(`\n${output.trim().replace(/^/gm, '  ')}\n`);
}

async function check(name, run) {
  const begun = performance.now();
  try {
    const output = await run();
    count(name, output === undefined, output ?? '', seconds(begun));
  } catch (error) {
    count(name, false, error.stack ?? String(error), seconds(begun));
  }
}

/** Two at a time: the machine has two cores, and each check uses one. */
async function checkAll(list) {
  const queue = [...list];
  const next = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await check(one.name, one.run);
  };
  await Promise.all([next(), next()]);
}

async function specs() {
  let services;
  try {
    services = await startServices();
  } catch (error) {
    count('services for the specs', false, error.message);
    return;
  }
  try {
    const result = await runJest(patterns, services.env);
    total.passed += result.passed;
    total.failed += result.failed;
    failed.push(...result.names);
  } finally {
    await services.stop();
  }
}

const interrupted = (signal) => {
  console.log(`\nInterrupted (${signal}).`);
  process.exit(130); // the keeper ends what we started
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => interrupted(signal));

const needsBuild = whole || patterns.some((pattern) => /^(\.\/)?(test|apps|bench)\b/.test(pattern));
try {
  if (needsBuild) await check('build', async () => void (await prepare({ build: true })));
  else installPackages();
  if (whole) await checkAll(checks);
  await specs();
} catch (error) {
  count('test run', false, explain(error));
}

if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

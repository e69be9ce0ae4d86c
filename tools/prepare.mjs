#!/usr/bin/env node
/**
 * Makes a clone ready to run: checks Node, installs packages, builds what changed. Run before `npm start` and
 * `npm test`; uses nothing but Node until the packages are there. `--install`: packages only. `--build`: builds too
 * (the default). Second run: nothing to do, well under a second.
 */
import { checkNode } from './prepare/node-version.mjs';

checkNode();
const { explain, prepare } = await import('./prepare/steps.mjs');
try {
  await prepare({ build: !process.argv.includes('--install') });
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

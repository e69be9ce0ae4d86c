/**
 * The import rules of .dependency-cruiser.mjs, held against the code, and each rule against a fixture that it must
 * refuse: a fence with a hole is worse than none. `npm run boundaries`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import rules from '../.dependency-cruiser.mjs';
import { moduleCycles } from './boundaries/module-graph.mjs';
import { at, root } from './prepare/fingerprint.mjs';

const fixtures = join(import.meta.dirname, 'boundaries', 'fixtures');
const cycleRule = 'no-module-cycles';
const folders = (base) =>
  ['apps', 'libs', 'migrations', 'test', 'bench'].filter((name) => existsSync(join(base, name)));

/** Every import below `base`, with the rules it breaks. */
export async function cruiseFrom(base) {
  const { cruise } = await import('dependency-cruiser');
  const { forbidden, options } = rules;
  const { enhancedResolveOptions, ...others } = options;
  const { output } = await cruise(
    folders(base),
    { ...others, baseDir: base, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
  );
  return output;
}

function findings(output) {
  const comments = new Map(rules.forbidden.map(({ name, comment }) => [name, comment]));
  const broken = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    text: `${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
    comment: comments.get(rule.name),
  }));
  const cycles = moduleCycles(output.modules).map((modules) => ({
    rule: cycleRule,
    text: modules.join(' → '),
    comment:
      'Modules that need each other are one module (docs/adr/0001-modular-monolith-with-checked-boundaries.md)',
  }));
  return [...broken, ...cycles];
}

/** Undefined when the code keeps every rule, else the imports that do not. */
export async function checkBoundaries() {
  const found = findings(await cruiseFrom(root));
  if (found.length === 0) return undefined;
  return found.map(({ rule, text, comment }) => `${rule}: ${text}\n  ${comment}`).join('\n');
}

/** Undefined when every rule has a fixture that breaks it, and names a record that exists. */
export async function checkBoundaryFixtures() {
  const names = [...rules.forbidden.map(({ name }) => name), cycleRule];
  const problems = [];
  for (const { name, comment } of rules.forbidden) {
    const named = /\((docs\/adr\/[^)]+)\)$/.exec(comment)?.[1];
    if (named === undefined || !existsSync(at(named)))
      problems.push(`${name} names no record that exists: ${named}`);
  }
  for (const name of readdirSync(fixtures)) {
    if (!names.includes(name)) problems.push(`The fixture ${name} belongs to no rule.`);
  }
  for (const name of names) {
    const base = join(fixtures, name);
    if (!existsSync(base)) {
      problems.push(`${name} has no fixture in tools/boundaries/fixtures.`);
      continue;
    }
    const found = findings(await cruiseFrom(base));
    if (!found.some(({ rule }) => rule === name)) {
      const instead = [...new Set(found.map(({ rule }) => rule))].join(', ') || 'nothing';
      problems.push(`${name} does not refuse its fixture (found: ${instead}).`);
    }
  }
  return problems.length === 0 ? undefined : problems.join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = [await checkBoundaries(), await checkBoundaryFixtures()].filter((text) => text !== undefined);
  console.log(
    found.length === 0
      ? `${rules.forbidden.length + 1} rules hold, and each refuses its fixture.`
      : found.join('\n'),
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

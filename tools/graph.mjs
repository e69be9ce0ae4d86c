/**
 * The modules and the arrows between them, as Mermaid text: `npm run graph`, or `npm run graph -- docs/modules.md` to
 * write it (a .md file gets the fence, so that GitHub and the like draw it).
 */
import { writeFileSync } from 'node:fs';
import { cruiseFrom } from './boundaries.mjs';
import { moduleGraph } from './boundaries/module-graph.mjs';
import { root } from './prepare/fingerprint.mjs';

const idOf = (module) => module.replace(/[^a-z]/g, '_');

/** Arrows that others imply (a → c beside a → b → c) say nothing new and are left out. */
function withoutShortcuts(graph) {
  const reaches = (from, to, seen = new Set()) =>
    [...(graph.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  return new Map(
    [...graph].map(([from, targets]) => [
      from,
      [...targets].filter((to) => ![...targets].some((other) => other !== to && reaches(other, to))),
    ]),
  );
}

const graph = moduleGraph((await cruiseFrom(root)).modules);
const lines = ['graph TD'];
for (const module of graph.keys()) {
  const [kind, name] = module.split('/');
  lines.push(kind === 'apps' ? `  ${idOf(module)}([${name}])` : `  ${idOf(module)}[${name}]`);
}
for (const [from, targets] of withoutShortcuts(graph))
  for (const to of targets) lines.push(`  ${idOf(from)} --> ${idOf(to)}`);

const text = lines.join('\n');
const target = process.argv[2];
if (target === undefined) console.log(text);
else {
  writeFileSync(
    target,
    target.endsWith('.md')
      ? `# Modules\n\nAn arrow means "imports". Written by \`npm run graph\`.\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`
      : `${text}\n`,
  );
  console.log(`Written: ${target}`);
}

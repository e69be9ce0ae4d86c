/** Libraries and applications as nodes, imports between them as arrows. */

/** The library or application a file belongs to (`libs/meetings`, `apps/web`), or undefined. */
export const moduleOf = (path) => /^((?:libs|apps)\/[^/]+)\//.exec(path)?.[1];

const isSpec = (path) => /\.(spec|e2e-spec)\.ts$|^libs\/[^/]+\/test\/|^libs\/testing\//.test(path);

/** Arrows without specs: `Map<from, Set<to>>`, sorted. */
export function moduleGraph(files) {
  const graph = new Map();
  for (const { source, dependencies } of files) {
    const from = moduleOf(source);
    if (from === undefined || isSpec(source)) continue;
    if (!graph.has(from)) graph.set(from, new Set());
    for (const { resolved } of dependencies) {
      const to = moduleOf(resolved);
      if (to !== undefined && to !== from) graph.get(from).add(to);
    }
  }
  return new Map(
    [...graph].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]) => [from, new Set([...to].sort())]),
  );
}

/** Circles of modules, each once, as `['libs/a', 'libs/b', 'libs/a']`. */
export function moduleCycles(files) {
  const graph = moduleGraph(files);
  const cycles = [];
  const finished = new Set();
  const walk = (module, path) => {
    const seen = path.indexOf(module);
    if (seen >= 0) {
      cycles.push([...path.slice(seen), module]);
      return;
    }
    if (finished.has(module)) return;
    for (const next of graph.get(module) ?? []) walk(next, [...path, module]);
    finished.add(module);
  };
  for (const module of graph.keys()) walk(module, []);
  return cycles;
}

/**
 * Lets a worker thread run these TypeScript sources as they are, for specs. The built product starts its
 * worker from compiled JavaScript and never loads this file.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const isHooksThread = new URL(import.meta.url).searchParams.has('hooks');
if (!isMainThread && !isHooksThread) register(`${import.meta.url}?hooks`);

/** Node's resolve hook: an import that ends in .js means the .ts beside it. */
export async function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(source))) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

/** Node's load hook: TypeScript is stripped of its types. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const { transform } = await import('@swc/core');
  const text = await readFile(fileURLToPath(url), 'utf8');
  const { code } = await transform(text, {
    filename: fileURLToPath(url),
    swcrc: false,
    module: { type: 'es6' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

/**
 * Danish and English say the same: every text stands in both languages, is sound ICU, and has the same places to
 * fill; an event's line fills its places from the event's payload; no key is written twice.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, filesBelow } from '../prepare/fingerprint.mjs';

/** The pages' files of texts as JavaScript below .cache/messages, since they import each other. */
async function compileTexts() {
  const { transformFile } = await import('@swc/core');
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  };
  const target = (path) => at('.cache', 'messages', path.replace(/\.ts$/, '.js'));
  const texts = filesBelow('apps/web/src').filter((path) => /messages\.ts$/.test(path));
  for (const path of texts) {
    mkdirSync(dirname(target(path)), { recursive: true });
    writeFileSync(target(path), (await transformFile(at(path), options)).code);
  }
  return target;
}

async function catalogues() {
  const pages = filesBelow('apps/web/src').filter((path) =>
    /\/(areas\/[^/]+|kit|shell)\/messages\.ts$/.test(path),
  );
  const compiled = await compileTexts();
  const fromPages = await Promise.all(
    pages.map(async (path) => [
      path,
      Object.entries((await import(pathToFileURL(compiled(path)).href)).messages),
    ]),
  );
  const schemas = filesBelow('libs/api-schema/src').filter((path) =>
    /^libs\/api-schema\/src\/[^/]+\/(errors|events)\.ts$/.test(path),
  );
  const fromSchemas = await Promise.all(
    schemas.map(async (path) => {
      const built = await import(pathToFileURL(at('dist', path.replace(/\.ts$/, '.js'))).href);
      return [
        path,
        Object.values(built).flatMap((catalogue) =>
          isCatalogue(catalogue) ? Object.entries(catalogue) : [],
        ),
      ];
    }),
  );
  return [...fromPages, ...fromSchemas];
}

const isCatalogue = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((entry) => typeof entry?.da === 'string');

/** Undefined when all is well, else one line per finding. */
export async function checkMessages() {
  const { isStructurallySame, parse } = await import('@formatjs/icu-messageformat-parser');
  const found = [];
  const places = new Map();
  for (const [path, entries] of await catalogues()) {
    for (const [key, { da, en, payload }] of entries) {
      const say = (what) => found.push(`${path}: ${key} ${what}`);
      if (places.has(key)) say(`is also in ${places.get(key)}`);
      places.set(key, path);
      if (!da?.trim() || !en?.trim()) {
        say('lacks a language');
        continue;
      }
      try {
        const [danish, english] = [parse(da), parse(en)];
        const same = isStructurallySame(danish, english);
        if (!same.success) say(`differs between the languages: ${same.error.message}`);
        const known = payload?.shape === undefined ? undefined : Object.keys(payload.shape);
        for (const { type, value } of danish) {
          if (type === 1 && known !== undefined && !known.includes(value))
            say(`names {${value}}, which its payload lacks`);
        }
      } catch (error) {
        say(`is not sound ICU: ${error.message}`);
      }
    }
  }
  if (places.size === 0) found.push('no messages found: has the layout changed?');
  return found.length === 0 ? undefined : found.join('\n');
}

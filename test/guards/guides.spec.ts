import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const languages = ['da', 'en'] as const;

/** Everything between quotation marks in the sources whose texts somebody reads. */
async function textsOfTheProduct(): Promise<Set<string>> {
  const texts = new Set<string>();
  for (const folder of ['apps/web/src', 'libs'])
    for (const file of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(file) || /spec\.ts$|generated|\/test\//.test(file)) continue;
      const source = await readFile(join(folder, file), 'utf8');
      for (const [, quoted = '', templated = ''] of source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g))
        for (const text of [quoted, templated]) if (text !== '') texts.add(asWritten(text));
    }
  return texts;
}

/** A message as a guide writes it: what varies is three dots. */
function asWritten(message: string): string {
  return message
    .replaceAll(/\{\w+, plural, .*?other \{([^{}]*)\}\}/g, '$1')
    .replaceAll(/\$?\{[^{}]*\}|#/g, '…')
    .replaceAll(String.raw`\'`, "'");
}

/** What a guide prints in bold to be found on a page; what ends in a full stop is a heading of the guide itself. */
function quotedIn(guide: string): string[] {
  const bold = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text = '']) => text.replaceAll(/\s+/g, ' '));
  return bold
    .filter((text) => !/(?<!min)\.$/.test(text))
    .flatMap((text) => text.replace(/:$/, '').split(' › '));
}

describe('the guides', () => {
  it.each(languages)('name only what stands on a page or in a mail: %s', async (language) => {
    const texts = await textsOfTheProduct();
    const folder = join('docs/guides', language);
    const unknown: string[] = [];
    let quoted = 0;
    for (const file of await readdir(folder))
      for (const text of quotedIn(await readFile(join(folder, file), 'utf8'))) {
        quoted += 1;
        if (!texts.has(text) && !texts.has(`${text}:`)) unknown.push(`${file}: ${text}`);
      }
    expect(quoted).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });

  it('are linked from the first page, each in both languages', async () => {
    const files = await Promise.all(languages.map((language) => readdir(join('docs/guides', language))));
    expect(files[0]).toHaveLength(files[1]?.length ?? 0);
    for (const [at, language] of languages.entries()) {
      const first = await readFile(join('docs/guides', language, 'README.md'), 'utf8');
      const linked = [...first.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name);
      expect(['README.md', ...linked].sort()).toEqual(files[at]?.toSorted());
    }
  });
});

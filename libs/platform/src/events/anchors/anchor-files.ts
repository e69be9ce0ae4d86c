import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Config } from '../../config/config.js';
import { type AnchoredHead, headsOf, readAnchor } from './anchor-document.js';

/** Where an installation keeps its anchors. Copy them elsewhere: whoever can change both can change the past. */
export function anchorFolder(config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'anchors');
}

/** Writes an anchor, read-only; one that is there already stays as it is. */
export async function keepAnchorFile(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(join(folder, name), text, { mode: 0o400, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** An anchor's file as it was found. */
export interface AnchorFile {
  readonly name: string;
  readonly text: string;
  /** Undefined when the file is no anchor (any more). */
  readonly heads: readonly AnchoredHead[] | undefined;
}

/** Reads one anchor's file, e.g. one that was mailed. */
export async function readAnchorFile(path: string): Promise<AnchorFile> {
  const text = await readFile(path, 'utf8');
  const content = readAnchor(text);
  const name = basename(path);
  return { name, text, heads: content && headsOf(content, name) };
}

/** All anchors of a folder, oldest first; none when there is no folder. */
export async function readAnchorFolder(folder: string): Promise<AnchorFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const files: AnchorFile[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort())
    files.push(await readAnchorFile(join(folder, name)));
  return files;
}

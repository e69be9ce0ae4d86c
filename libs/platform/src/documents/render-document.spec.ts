import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDF } from '@libpdf/core';
import { renderDocument, type DocumentContent, type DocumentDefinition } from './index.js';

const run = promisify(execFile);
const document: DocumentDefinition = {
  title: 'Aftale om æbler, øl og ål',
  language: 'da',
  author: 'Ungegarantien i Hjørring',
  createdAt: new Date('2026-12-01T09:00:00Z'),
  footer: 'Ungegarantien',
  content: [{ text: 'Ærø, Ålborg og Østerbyen', style: 'title' }],
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function poppler(tool: 'pdfinfo' | 'pdftotext' | 'pdffonts', bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'document.pdf');
  await writeFile(path, bytes);
  const { stdout } = await run(tool, tool === 'pdftotext' ? [path, '-'] : [path]);
  return stdout;
}

describe('a rendered document', () => {
  it('says its title and language', async () => {
    const bytes = await renderDocument(document);
    expect((await PDF.load(bytes)).getLanguage()).toBe('da');
    expect(await poppler('pdfinfo', bytes)).toMatch(/Title: +Aftale om æbler, øl og ål/);
  });

  it('holds æ, ø and å as text, and every font it uses', async () => {
    const bytes = await renderDocument(document);
    const text = await poppler('pdftotext', bytes);
    expect(text).toContain('Ærø, Ålborg og Østerbyen');
    expect(text).toContain('Side 1 af 1');
    const fonts = (await poppler('pdffonts', bytes)).split('\n').slice(2).filter(Boolean);
    expect(fonts.filter((line) => !line.includes(' yes yes yes '))).toEqual([]);
  });

  it('names a character that the font lacks', async () => {
    const bytes = await renderDocument({ ...document, content: [{ text: 'Jeg er glad 😀 i dag' }] });
    expect(await poppler('pdftotext', bytes)).toContain('Jeg er glad [emoji U+1F600] i dag');
  });

  it.each(['/etc/hostname', 'http://127.0.0.1:9/pixel.png'])('does not read %s', async (image) => {
    const content = [{ image }] as unknown as DocumentContent[];
    await expect(renderDocument({ ...document, content })).rejects.toThrow();
  });
});

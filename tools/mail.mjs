/** Compiles the one layout of all mails, `mail-layout.mjml`, to `dist/mail/layout.html`, with its slots left open. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'libs/platform/src/delivery/mail-layout.mjml');
const target = join(root, 'dist/mail/layout.html');

/** Compiles and writes the layout; answers where. An mjml warning stops the build. */
export async function buildMailLayout() {
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(await readFile(source, 'utf8'), { validationLevel: 'strict' });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, html);
  return target;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildMailLayout();
}

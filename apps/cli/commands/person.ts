import { writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ExportPersonData, type HandedOut, People, personDataDocument, PersonDataZip } from '#libs/platform';
import { withApp } from '../with-app.js';

/** Writes everything kept about somebody with an account: JSON, or PDF or ZIP where the file is called so. */
export function exportPerson(email: string, file: string): Promise<void> {
  return withApp(async (app) => {
    const person = await app.get(People).findByEmail(email);
    if (person === undefined) {
      console.error(`Nobody here has the mail address ${email}. Check the spelling.`);
      process.exitCode = 1;
      return;
    }
    const format = formatOf(file);
    const handed = await app.get(ExportPersonData, { strict: false }).ofAccount(person.id, format);
    const content: Record<typeof format, () => string | Readable | Promise<Uint8Array>> = {
      json: () => JSON.stringify(handed.data, null, 2),
      pdf: () => personDataDocument(handed.data, person.locale),
      zip: () => app.get(PersonDataZip, { strict: false }).of(handed, person.locale),
    };
    await writeFile(file, await content[format](), { mode: 0o600 });
    console.log(`${file}: ${summary(handed)}. Handing it out is logged.`);
  });
}

function formatOf(file: string): 'json' | 'pdf' | 'zip' {
  const ending = file.toLowerCase().split('.').at(-1);
  return ending === 'pdf' || ending === 'zip' ? ending : 'json';
}

function summary({ data, files }: HandedOut): string {
  const records = data.places.reduce((sum, place) => sum + place.sections.length, 0);
  return `${String(records)} records in ${String(data.places.length)} places, ${String(files.length)} files`;
}

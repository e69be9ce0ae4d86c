import { writeFile } from 'node:fs/promises';
import { ExportPersonData, People, personDataDocument } from '#libs/platform';
import { withApp } from '../with-app.js';

/** Writes everything kept about somebody with an account: JSON, or PDF where the file is called so. */
export function exportPerson(email: string, file: string): Promise<void> {
  return withApp(async (app) => {
    const person = await app.get(People).findByEmail(email);
    if (person === undefined) {
      console.error(`Nobody here has the mail address ${email}. Check the spelling.`);
      process.exitCode = 1;
      return;
    }
    const asPdf = file.toLowerCase().endsWith('.pdf');
    const found = await app
      .get(ExportPersonData, { strict: false })
      .ofAccount(person.id, asPdf ? 'pdf' : 'json');
    const bytes = asPdf ? await personDataDocument(found, person.locale) : JSON.stringify(found, null, 2);
    await writeFile(file, bytes, { mode: 0o600 });
    const sections = found.places.reduce((sum, place) => sum + place.sections.length, 0);
    console.log(
      `${file}: ${String(sections)} records in ${String(found.places.length)} places. Handing it out is logged.`,
    );
  });
}

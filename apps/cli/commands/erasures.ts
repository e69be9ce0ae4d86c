import { journalFile, readJournal, ReplayErasures } from '#libs/platform';
import { withApp } from '../with-app.js';

/**
 * Carries out again every erasure of the journal and of the database; after a backup was restored. The product does it
 * by itself for those that its journal has and the database has not; this is for a journal from elsewhere.
 */
export function replayErasures(file: string | undefined): Promise<void> {
  return withApp(async (app, { config }) => {
    const from = file ?? journalFile(config);
    const journal = await readJournal(from);
    const { replayed, withoutAlliance } = await app
      .get(ReplayErasures, { strict: false })
      .everything(journal);
    console.log(
      `${from}: ${String(journal.length)} erasures. Carried out again, with the database's own: ${String(replayed)}.`,
    );
    if (withoutAlliance > 0)
      console.log(`${String(withoutAlliance)} belong to alliances that are not there and need nothing.`);
  });
}

import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  keyFile,
  keysInUse,
  type OwnerQuery,
  readKeyFile,
  rereadAfter,
  rotateKeys,
  type SealedColumn,
  SealedColumns,
  writeKeyFile,
} from '#libs/platform';
import type { Installation } from '../../composition/installation.js';
import { withApp } from '../with-app.js';

type Work = (
  query: OwnerQuery,
  columns: readonly SealedColumn[],
  installation: Installation,
) => Promise<void>;

/** Connects as the role that owns the tables, with the product composed so that it is known what is sealed. */
function withSealedColumns(work: Work): Promise<void> {
  return withApp(async (app, installation) => {
    const client = new pg.Client({ connectionString: installation.config.MIGRATION_DATABASE_URL });
    await client.connect();
    try {
      await work(
        async (sql, parameters) => (await client.query(sql, [...parameters])).rows as never[],
        app.get(SealedColumns).all(),
        installation,
      );
    } finally {
      await client.end();
    }
  });
}

/** Lists the keys and how much each of them closes. */
export function listKeys(): Promise<void> {
  return withSealedColumns(async (query, columns, { keyRing }) => {
    const used = await keysInUse(query, columns);
    for (const [at, id] of keyRing.keyIds.entries())
      console.log(`${id}  ${at === 0 ? 'current' : 'old    '}  closes ${String(used.get(id) ?? 0)} values`);
    for (const [id, n] of used)
      if (!keyRing.keyIds.includes(id))
        console.log(`${id}  NOT IN THE RING  closes ${String(n)} values that cannot be opened`);
  });
}

/** Seals everything with the current key; with `--new`, after making a new one in the key file. */
export function rotate(options: { new?: boolean }): Promise<void> {
  return withSealedColumns(async (query, columns, { config, keyRing }) => {
    if (options.new === true && config.SECRET_KEY !== undefined) {
      console.error(
        'The key comes from SECRET_KEY: put a new one there (openssl rand -base64 32) and the present one into SECRET_KEYS_OLD, restart, and run this without --new.',
      );
      process.exitCode = 1;
      return;
    }
    if (options.new === true) {
      const file = keyFile(config);
      await writeKeyFile(file, [randomBytes(32), ...readKeyFile(file)]);
      keyRing.reload();
      // A process that runs reads the file again before it seals; what it seals until then is found below.
      await wait(2 * rereadAfter);
      console.log(`New key ${keyRing.keyIds[0] ?? ''} in ${file}. Back the file up before anything else.`);
    }
    for (const { table, column, resealed, unreadable } of await rotateKeys(query, keyRing, columns)) {
      console.log(`${table}.${column}: ${String(resealed)} sealed anew`);
      if (unreadable === 0) continue;
      console.error(`${table}.${column}: ${String(unreadable)} values that no key opens; left as they are`);
      process.exitCode = 1;
    }
    console.log('Old keys are needed until backups made with them are gone; then: rygrad keys retire');
  });
}

/** Takes the keys that close nothing any more out of the key file, or says which ones SECRET_KEYS_OLD can lose. */
export function retireKeys(): Promise<void> {
  return withSealedColumns(async (query, columns, { config, keyRing }) => {
    const used = await keysInUse(query, columns);
    const [current, ...old] = keyRing.keyIds;
    const kept = old.filter((id) => (used.get(id) ?? 0) > 0);
    for (const id of kept)
      console.log(`${id} still closes ${String(used.get(id) ?? 0)} values: run rygrad keys rotate first`);
    const free = old.filter((id) => !kept.includes(id));
    if (free.length === 0) {
      console.log('There is no old key to retire.');
      return;
    }
    if (config.SECRET_KEY !== undefined) {
      console.log(`These close nothing any more; take them out of SECRET_KEYS_OLD: ${free.join(', ')}`);
      return;
    }
    const file = keyFile(config);
    const keys = readKeyFile(file).filter((_, at) => {
      const id = keyRing.keyIds[at];
      return id === current || kept.includes(id ?? '');
    });
    await writeKeyFile(file, keys);
    console.log(`Taken out of ${file}: ${free.join(', ')}`);
  });
}

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** `20261201T0900-alliances-create-organisation` → its instant in milliseconds, which TypeORM orders by. */
function instantOf(fileName: string): number {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})-[a-z0-9-]+$/.exec(fileName);
  if (match === null)
    throw new Error(`${fileName}: a migration is named like 20261201T0900-module-what-it-does`);
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute);
}

async function load(folder: string, file: string): Promise<MigrationClass> {
  const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
  const found = Object.values(exported).filter((value) => typeof value === 'function') as MigrationClass[];
  const [migration] = found;
  if (migration === undefined || found.length > 1)
    throw new Error(`${file}: exports exactly one migration class`);
  const fileName = basename(file).replace(/\.[jt]s$/, '');
  return class extends migration {
    override readonly name = `${fileName}-${String(instantOf(fileName))}`;
  };
}

/** Every migration of a folder, oldest first. */
export async function loadMigrations(folder: string): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{8}T\d{4}-[a-z0-9-]+\.[jt]s$/.test(file)).sort();
  return Promise.all(files.map((file) => load(folder, file)));
}

/** Runs `work` with the migrations of `folder` on the database of the owning role. */
export async function withMigrations<T>(
  url: string,
  folder: string,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: await loadMigrations(folder),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    applicationName: 'rygrad-migrate',
  });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/**
 * Brings a database to the newest schema; several processes starting at once wait for one another.
 * @returns the names of the migrations that ran
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  return withMigrations(url, folder, async (source) => {
    const lock = source.createQueryRunner();
    await lock.query('select pg_advisory_lock(7205031)');
    try {
      const ran = await source.runMigrations();
      return ran.map((migration) => migration.name);
    } finally {
      await lock.query('select pg_advisory_unlock(7205031)');
      await lock.release();
    }
  });
}

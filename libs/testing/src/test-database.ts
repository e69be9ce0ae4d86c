import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '#libs/platform';

/** A database of one test file, made from the migrated template; dropped at the end. */
export interface TestDatabase {
  /** As the application's role: behind row-level security. */
  readonly appUrl: string;
  /** As the owner of the tables, who sees everything: to set up and to look. */
  readonly ownerUrl: string;
  /** One statement as the owner. */
  query<R = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

const migrationsFolder = resolve('migrations');
const password = 'test-only';
const lockKey = 7205032;

function adminUrl(): string {
  const url = process.env['TEST_DATABASE_ADMIN_URL'];
  if (url === undefined)
    throw new Error('TEST_DATABASE_ADMIN_URL is missing: run the tests with npm test -- <pattern>');
  return url;
}

function urlFor(role: string, database: string): string {
  const url = new URL(adminUrl());
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(migrationsFolder)).sort()) {
    if (!file.endsWith('.ts')) continue;
    hash.update(file).update(await readFile(join(migrationsFolder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function ensureRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await client.query(`create role ${name} login password '${password}' ${attributes}`);
  else await client.query(`alter role ${name} password '${password}' ${attributes}`);
}

/** An empty database that belongs to the owning role. @returns its name */
export async function createEmptyDatabase(name: string): Promise<void> {
  await asAdmin(async (client) => {
    await ensureRole(client, 'rygrad_owner', 'bypassrls');
    await ensureRole(client, 'rygrad_app', 'nobypassrls nosuperuser');
    await client.query(`create database ${name} owner rygrad_owner template template0 encoding 'UTF8'`);
  });
}

/** Migrates a template once for all jest workers; whoever comes second waits. */
async function ensureTemplate(): Promise<string> {
  const name = `rygrad_template_${await fingerprint()}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      name,
    ]);
    if (rowCount !== 0) return;
    await client.query(`drop database if exists ${name}`);
    await createEmptyDatabase(name);
    await migrate(urlFor('rygrad_owner', name), migrationsFolder);
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

/** A fresh, migrated database of one's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate();
  const name = `rygrad_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(`create database ${name} owner rygrad_owner template ${template}`);
  });
  const ownerUrl = urlFor('rygrad_owner', name);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  return {
    appUrl: urlFor('rygrad_app', name),
    ownerUrl,
    async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
      const result = await pool.query(sql, [...parameters]);
      return result.rows as R[];
    },
    async drop() {
      await pool.end();
      await asAdmin((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
